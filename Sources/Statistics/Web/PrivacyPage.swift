import AlisDomain

/// What is stored about people, why, and who sees it.
enum PrivacyPage {
    static func html(_ frame: Frame) -> Html {
        TextPage(
            title: PrivacyTexts.title, lede: PrivacyTexts.lede,
            sections: [
                ("lagres", PrivacyTexts.stored, [.list(PrivacyTexts.storedList)]),
                ("lagres-ikke", PrivacyTexts.notStored, [.list(PrivacyTexts.notStoredList)]),
                ("hvorfor", PrivacyTexts.why, [.text(PrivacyTexts.whyText)]),
                ("hvem", PrivacyTexts.who, [.list(PrivacyTexts.whoList)]),
                ("hvor-lenge", PrivacyTexts.howLong, PrivacyTexts.howLongParts.map(TextPage.Part.text)),
                ("rettigheter", PrivacyTexts.rights, PrivacyTexts.rightsParts.map(TextPage.Part.text)),
                ("kapsler", PrivacyTexts.cookies, [.text(PrivacyTexts.cookiesText)]),
                ("ansvar", PrivacyTexts.operator, [.text(PrivacyTexts.operatorText), .list(PrivacyTexts.operatorList)]),
            ]
        ).html(frame)
    }
}
