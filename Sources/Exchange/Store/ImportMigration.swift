import AlisDomain

/// The table of files that have been sent in. The one table whose rows are removed: after `ImportFileStore.daysKept` a file has done
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
}
