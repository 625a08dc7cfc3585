import AlisDomain

/// From and through, shared by all that lasts.
enum PeriodFields {
    static func html(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        """
        <div class="pair">\(Form.text("fra", frame[FieldTexts.from], value: values["fra"], hint: frame[FieldTexts.dayHint], problems: problems, isRequired: true, frame))
        \(Form.text("til", frame[FieldTexts.through], value: values["til"], hint: frame[FieldTexts.throughHint], problems: problems, frame))</div>
        """
    }
}

/// The box that takes away something that should never have been registered.
enum RemoveBox {
    static func html(isShown: Bool, _ values: FormData, _ frame: Frame) -> Html {
        guard isShown else { return .empty }
        return """
            <div class="field"><label class="radio"><input type="checkbox" name="slett" value="ja" \(flag: "checked", values["slett"] == "ja")> \
            \(frame[FieldTexts.remove])</label><p class="hint">\(frame[FieldTexts.removeHint])</p></div>
            """
    }
}
