"""The rivals, each with the same rows: what the list of ALIS shows, as JSON, 50 at a time, in order of name."""
import http.client
import json
import os
import sqlite3
import subprocess
import time

from servers import Server, request

FIELDS = ["id", "name", "municipality", "scheme", "form", "percent", "standing", "expectedEnd", "sortName"]

ROWS = """
SELECT trainee.id, trainee.givenName || ' ' || trainee.familyName, COALESCE(place.name, ''), training.scheme,
    COALESCE(engagement.form, ''), COALESCE(engagement.percent, 0), training.standing, COALESCE(training.expectedEnd, ''), trainee.sortName
FROM training
JOIN trainee ON trainee.id = training.trainee AND trainee.supersededIn IS NULL AND trainee.validTo = '9999-12-31'
LEFT JOIN engagement ON engagement.training = training.id AND engagement.supersededIn IS NULL AND engagement.validTo = '9999-12-31'
LEFT JOIN referenceMunicipality AS place ON place.municipality = engagement.municipality AND place.supersededIn IS NULL
    AND place.validTo = '9999-12-31'
WHERE training.supersededIn IS NULL AND training.validTo = '9999-12-31' AND training.standing IN ('active', 'paused')
GROUP BY trainee.id
"""


def rows(database):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return connection.execute(ROWS).fetchall()


def plain_database(path, data):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE alis (" + ", ".join(f"{name} TEXT" if name != "percent" else "percent INTEGER" for name in FIELDS)
                       + ", PRIMARY KEY (id))")
    connection.executemany(f"INSERT INTO alis VALUES ({','.join('?' * len(FIELDS))})", data)
    connection.execute("CREATE INDEX alis_sortName ON alis(sortName)")
    connection.commit()
    connection.close()


def django(binaries, folder, here, data, port):
    database = f"{folder}/django.sqlite"
    plain_database(database, data)
    environment = {"DJANGO_DATABASE": database, "PYTHONPATH": here}
    token = subprocess.run(
        [f"{binaries}/python", f"{here}/django_rival.py"], env={**os.environ, **environment}, capture_output=True, text=True, check=True
    ).stdout.strip()
    server = Server(
        [f"{binaries}/gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "django_rival:application"], port, f"{folder}/django.log",
        environment, path="/alis")
    return server, "/alis", {"Authorization": f"Token {token}"}


def datasette(binaries, folder, data, port):
    plain_database(f"{folder}/rows.sqlite", data)
    server = Server(
        [f"{binaries}/datasette", "serve", f"{folder}/rows.sqlite", "-p", str(port), "-h", "127.0.0.1"], port, f"{folder}/datasette.log")
    return server, "/rows/alis.json?_sort=sortName&_size=50&_shape=array&_nocount=1&_nofacet=1&_nosuggest=1", {}


def pocketbase(binaries, folder, data, port):
    """Also gives how many rows a second it created, one after another, over one connection."""
    program, store = f"{binaries}/pocketbase", f"{folder}/pocketbase"
    subprocess.run([program, "superuser", "upsert", "bench@alis.example", "benchmark-1", "--dir", store], check=True, capture_output=True)
    server = Server([program, "serve", "--http", f"127.0.0.1:{port}", "--dir", store], port, f"{folder}/pocketbase.log", path="/api/health")
    kind = {"Content-Type": "application/json"}

    def call(method, path, body, headers, connection=None):
        status, _, content = request(port, method, path, json.dumps(body), headers, connection)
        if status >= 300:
            raise RuntimeError(f"pocketbase {path}: {status} {content[:300]}")
        return json.loads(content)

    sign_in = {"identity": "bench@alis.example", "password": "benchmark-1"}
    token = call("POST", "/api/collections/_superusers/auth-with-password", sign_in, kind)["token"]
    owner = {**kind, "Authorization": token}
    call("POST", "/api/collections", {
        "name": "alis", "type": "base", "listRule": "@request.auth.id != ''",
        "fields": [{"name": name, "type": "number" if name == "percent" else "text"} for name in ["code"] + FIELDS[1:]],
        "indexes": ["CREATE INDEX idx_alis_sort ON alis (sortName)"],
    }, owner)
    call("POST", "/api/collections/users/records", {
        "email": "ravna@alis.example", "password": "benchmark-1", "passwordConfirm": "benchmark-1"}, owner)
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    begun = time.perf_counter()
    for row in data:
        call("POST", "/api/collections/alis/records", dict(zip(["code"] + FIELDS[1:], row)), owner, link)
    creates = len(data) / (time.perf_counter() - begun)
    user = call("POST", "/api/collections/users/auth-with-password", {"identity": "ravna@alis.example", "password": "benchmark-1"}, kind)
    return server, "/api/collections/alis/records?perPage=50&sort=sortName&skipTotal=1", {"Authorization": user["token"]}, creates
