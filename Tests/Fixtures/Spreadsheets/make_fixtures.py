"""Makes the spreadsheets in this folder, each as another program writes it. All people in them are invented.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install openpyxl==3.1.5 xlsxwriter==3.3.1
    /tmp/venv/bin/python make_fixtures.py        # needs soffice (LibreOffice) on PATH for libreoffice.xlsx and .ods

The tests compare every file with the same table; see SpreadsheetReaderTests.swift.
"""

import datetime
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter

HERE = pathlib.Path(__file__).parent
HEADING = ["Kommunenr", "Navn", "HPR-nr", "Oppstart", "Stilling %", "Ordning"]
ROWS = [
    ("0301", "Kari Nordmann", 9123456, datetime.date(2019, 9, 1), 0.8, "Ny"),
    ("1804", "Ola Åsen", 9234567, datetime.date(2024, 2, 29), 1.0, "Gammel"),
    ("5601", "Ánne Máret", 9345678, datetime.date(2026, 11, 22), 0.25, "Ny"),
]


def with_openpyxl():
    """Inline style: title rows, merged cells, a formula never calculated, a hidden sheet, numbers with leading zeros."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "ALIS 2026"
    sheet["A1"] = "Oversikt over ALIS"
    sheet.merge_cells("A1:F1")
    for column, title in enumerate(HEADING, 1):
        sheet.cell(3, column, title)
    for row, (number, name, hpr, start, share, scheme) in enumerate(ROWS, 4):
        cell = sheet.cell(row, 1, int(number))
        cell.number_format = "0000"
        sheet.cell(row, 2, name)
        sheet.cell(row, 3, hpr)
        sheet.cell(row, 4, start).number_format = "dd.mm.yyyy"
        sheet.cell(row, 5, share).number_format = "0%"
        sheet.cell(row, 6, scheme)
    sheet["H4"] = "=SUM(C4:C6)"
    hidden = book.create_sheet("Lister")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "Ny"
    book.create_chartsheet("Diagram")
    book.save(HERE / "openpyxl.xlsx")


def with_xlsxwriter(name, options):
    """Shared strings, rich text, a calculated formula, booleans and errors."""
    book = xlsxwriter.Workbook(HERE / name, options)
    sheet = book.add_worksheet("ALIS 2026")
    day = book.add_format({"num_format": "d. mmmm yyyy"})
    share_format = book.add_format({"num_format": "0.0 %"})
    bold = book.add_format({"bold": True})
    sheet.write_row(2, 0, HEADING)
    for row, (number, person, hpr, start, share, scheme) in enumerate(ROWS, 3):
        first, last = person.split(" ")
        sheet.write_string(row, 0, number)
        sheet.write_rich_string(row, 1, bold, first, " " + last)
        sheet.write_number(row, 2, hpr)
        sheet.write_datetime(row, 3, datetime.datetime.combine(start, datetime.time()), day)
        sheet.write_number(row, 4, share, share_format)
        sheet.write_formula(row, 5, f'="{scheme[0]}"&"{scheme[1:]}"', None, scheme)
    sheet.write_boolean("H4", True)
    sheet.write_formula("I4", "=1/0", None, "#DIV/0!")
    sheet.write_datetime("J4", datetime.time(7, 30), book.add_format({"num_format": "hh:mm"}))
    book.close()


def rewritten(source, target, change):
    """A copy of a package with `change(name, text)` applied to each XML part; None leaves the part out."""
    with zipfile.ZipFile(HERE / source) as old, zipfile.ZipFile(HERE / target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            changed = change(name, old.read(name).decode())
            if changed is not None:
                new.writestr(zipfile.ZipInfo(changed[0], (1980, 1, 1, 0, 0, 0)), changed[1], zipfile.ZIP_DEFLATED)


def strict(name, text):
    """The strict form of the format, every element with a prefix, other part names, and no references on cells."""
    renamed = name.replace("sheet1.xml", "tabell.xml").replace("sharedStrings.xml", "tekster.xml")
    text = text.replace("sheet1.xml", "tabell.xml").replace("sharedStrings.xml", "tekster.xml")
    text = text.replace("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
    text = text.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
    if name.startswith("xl/worksheets/"):
        # Columns follow one another from A in the first six columns, so the references can go.
        text = re.sub(r'<c r="[A-F]\d+"', "<c", text)
    if name.startswith("xl/") and not name.endswith(".rels"):
        text = re.sub(r"<(/?)(?=[A-Za-z])", r"<\1x:", text).replace("xmlns=", "xmlns:x=")
    return renamed, text


def like_google(name, text):
    """Google Sheets leaves out document properties and writes the whole grid's empty, styled cells."""
    if name.startswith("docProps/"):
        return None
    if name == "[Content_Types].xml":
        text = re.sub(r'<Override PartName="/docProps/[^>]*>', "", text)
    if name == "_rels/.rels":
        text = re.sub(r'<Relationship [^>]*docProps[^>]*>', "", text)
    if name.startswith("xl/worksheets/sheet"):
        blank = "".join(f'<c r="{letter}9" s="1"/>' for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        text = text.replace("</sheetData>", f'<row r="9" customHeight="1" ht="15.75">{blank}</row></sheetData>')
    return name, text


def with_libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(HERE / "openpyxl.xlsx", pathlib.Path(folder) / "source.xlsx")
        for ending, target in (("xlsx:Calc MS Excel 2007 XML", "libreoffice.xlsx"), ("ods", "libreoffice.ods"), ("xls", "libreoffice.xls")):
            out = pathlib.Path(folder) / "out"
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending,
                 "--outdir", str(out), f"{folder}/source.xlsx"], check=True)
            shutil.copy(out / ("source." + ending.split(":")[0]), HERE / target)


if __name__ == "__main__":
    with_openpyxl()
    with_xlsxwriter("xlsxwriter.xlsx", {})
    with_xlsxwriter("xlsxwriter1904.xlsx", {"date_1904": True})
    rewritten("xlsxwriter.xlsx", "strict.xlsx", strict)
    rewritten("xlsxwriter.xlsx", "google.xlsx", like_google)
    with_libreoffice()
