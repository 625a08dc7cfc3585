import AlisDomain

/// The table of files that have been sent in. The one table whose rows are removed: after `SentFileStore.daysKept` a file has done
/// its work, and what it changed stands in the register's own history.
package enum ImportMigration {
    package static let migration = Migration(
        number: 6, name: "import",
        script: """
            CREATE TABLE importFile (
                id {text} PRIMARY KEY,
                account {text} NOT NULL,
                fileName {text} NOT NULL,
                bytes {blob} NOT NULL,
                uploadedAt {text} NOT NULL,
                asOfDay {text} NOT NULL,
                choices {text} NOT NULL,
                answers {text} NOT NULL,
                state {text} NOT NULL CHECK (state IN ('waiting', 'accepted', 'dropped')),
                changeNumber {integer},
                results {text} NOT NULL
            ){strict};
            CREATE INDEX importFile_account ON importFile(account, uploadedAt);
            CREATE INDEX importFile_uploadedAt ON importFile(uploadedAt);

            """)

    /// One table for every kind of file. What lay in those that were before it is moved, each file as it was.
    package static let everyKind = Migration(
        number: 23, name: "sentFiles",
        script: """
            CREATE TABLE sentFile (
                id {text} PRIMARY KEY,
                account {text} NOT NULL,
                kind {text} NOT NULL,
                fileName {text} NOT NULL,
                bytes {blob},
                cells {text} NOT NULL,
                uploadedAt {text} NOT NULL,
                asOfDay {text} NOT NULL,
                choices {text} NOT NULL,
                answers {text} NOT NULL,
                state {text} NOT NULL CHECK (state IN ('waiting', 'accepted', 'dropped')),
                changeNumber {integer},
                results {text} NOT NULL,
                taken {integer} NOT NULL,
                trainee {text}
            ){strict};
            INSERT INTO sentFile (id, account, kind, fileName, bytes, cells, uploadedAt, asOfDay, choices, answers, state, changeNumber,
                results, taken)
                SELECT id, account, 'register', fileName, bytes, '', uploadedAt, asOfDay, choices, answers, state, changeNumber, results,
                    CASE WHEN results = '' THEN 0 ELSE 1 + LENGTH(results) - LENGTH(REPLACE(results, '\n', '')) END
                FROM importFile;
            INSERT INTO sentFile (id, account, kind, fileName, cells, uploadedAt, asOfDay, choices, answers, state, changeNumber, results,
                taken, trainee)
                SELECT id, account, kind, fileName, cells, uploadedAt, reportDay, choices, '',
                    CASE WHEN cells = '' THEN 'dropped' WHEN taken > 0 THEN 'accepted' ELSE 'waiting' END, changeNumber, '', taken, trainee
                FROM objectiveFile;
            DROP TABLE importFile;
            DROP TABLE objectiveFile;
            CREATE INDEX sentFile_account ON sentFile(account, kind, uploadedAt);
            CREATE INDEX sentFile_uploadedAt ON sentFile(uploadedAt);

            """)
}
