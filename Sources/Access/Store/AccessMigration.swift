/// The tables of people's access. Grants and accounts are ended, never deleted.
package enum AccessMigration {
    package static let migration = Migration(
        number: 3, name: "access",
        script: """
            CREATE TABLE account (
                id {text} PRIMARY KEY,
                name {text} NOT NULL,
                email {text},
                isDemo {integer} NOT NULL,
                createdAt {text} NOT NULL,
                endedAt {text}
            ){strict};
            CREATE UNIQUE INDEX account_email ON account(email) WHERE email IS NOT NULL AND endedAt IS NULL;
            CREATE TABLE accountGrant (
                id {text} PRIMARY KEY,
                account {text} NOT NULL REFERENCES account(id),
                role {text} NOT NULL,
                organisation {text} NOT NULL,
                grantedAt {text} NOT NULL,
                grantedBy {text} NOT NULL,
                endedAt {text},
                endedBy {text}
            ){strict};
            CREATE INDEX accountGrant_account ON accountGrant(account);
            CREATE TABLE session (
                tokenHash {text} PRIMARY KEY,
                account {text} NOT NULL REFERENCES account(id),
                formMark {text} NOT NULL,
                createdAt {text} NOT NULL,
                lastSeenAt {text} NOT NULL,
                endedAt {text}
            ){strict};
            CREATE INDEX session_account ON session(account);
            CREATE TABLE signInLink (
                tokenHash {text} PRIMARY KEY,
                account {text} NOT NULL REFERENCES account(id),
                createdBy {text} NOT NULL,
                expiresAt {text} NOT NULL,
                usedAt {text}
            ){strict};
            CREATE TABLE signInAttempt (origin {text} NOT NULL, attemptedAt {text} NOT NULL){strict};
            CREATE INDEX signInAttempt_origin ON signInAttempt(origin, attemptedAt);
            CREATE TABLE heldForm (
                tokenHash {text} PRIMARY KEY,
                account {text},
                path {text} NOT NULL,
                contentType {text} NOT NULL,
                body {blob} NOT NULL,
                expiresAt {text} NOT NULL
            ){strict};

            """)

    /// Kept forms belong to an account and a browser, and wrong guesses at sign-in are not stored. What was kept lived for an hour and
    /// belonged to nobody in particular: it is let go.
    package static let bindings = Migration(
        number: 21, name: "boundForms",
        script: """
            DROP TABLE heldForm;
            CREATE TABLE heldForm (
                tokenHash {text} PRIMARY KEY,
                secretHash {text} NOT NULL,
                account {text} NOT NULL REFERENCES account(id),
                path {text} NOT NULL,
                contentType {text} NOT NULL,
                body {blob} NOT NULL,
                heldAt {text} NOT NULL,
                expiresAt {text} NOT NULL
            ){strict};
            CREATE INDEX heldForm_account ON heldForm(account);
            CREATE INDEX session_formMark ON session(formMark);
            DROP TABLE signInAttempt;

            """)

    package static let tries = Migration(
        number: 22, name: "strangerTries",
        script: StrangerTries.script + "ALTER TABLE signInLink ADD COLUMN usedFrom {text};\n")
}
