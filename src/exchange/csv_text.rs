//! CSV text as spreadsheets write and read it: separators, byte order mark, and cells that must not run as formulas.

use crate::report::table::Table;

/// A CSV file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvFile {
    /// Column names, trimmed.
    pub columns: Vec<String>,
    pub rows: Vec<CsvRow>,
}

/// One row with the line it starts on, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvRow {
    pub line: u64,
    cells: Vec<String>,
}

/// The byte order mark that tells spreadsheets that a text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a cell may not start with: a spreadsheet would take it for a formula (OWASP ASVS 1.2.10).
const FORMULA_STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Where one cell could end and another begin: a spreadsheet that expects semicolons does not know our quotes.
const BORDERS: [char; 4] = ['\n', '\r', ';', '\t'];

/// Reads CSV separated by comma, semicolon or tab.
///
/// # Errors
/// A sentence with the line, where the text is not CSV.
pub fn read(text: &str) -> Result<CsvFile, String> {
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    let (separator, text, skipped) = separator(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut line = 1 + skipped;
    let mut counted = 0;
    for record in reader.records() {
        let record = record.map_err(|error| format!("This is not a CSV file: {error}."))?;
        // The position lies before the line ends and blank lines that come first.
        let position = record
            .position()
            .map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        let start = text.len()
            - text
                .get(position..)
                .unwrap_or("")
                .trim_start_matches(['\r', '\n'])
                .len();
        line += text
            .get(counted..start)
            .map_or(0, |passed| passed.matches('\n').count() as u64);
        counted = start;
        let cells: Vec<String> = record.iter().map(unguard).collect();
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(CsvRow { line, cells });
        }
    }
    if rows.is_empty() {
        return Err("The file is empty.".to_owned());
    }
    let columns = rows.remove(0).cells().map(str::to_owned).collect();
    Ok(CsvFile { columns, rows })
}

/// Writes a table as CSV for spreadsheets: comma, CR LF, byte order mark, no cell that runs as a formula.
pub fn write(table: &Table) -> String {
    format!("{BYTE_ORDER_MARK}{}", write_plain(table, "\r\n"))
}

/// Writes a table as CSV for other programs: as [`write`], but LF and no byte order mark.
pub fn write_for_programs(table: &Table) -> String {
    write_plain(table, "\n")
}

impl CsvFile {
    /// Place of a column, whatever its case.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.eq_ignore_ascii_case(name))
    }
}

impl CsvRow {
    /// A cell without spaces around it, empty where the row is too short.
    pub fn cell(&self, column: Option<usize>) -> &str {
        self.text(column).trim()
    }

    /// A cell as it is, for what people wrote.
    pub fn text(&self, column: Option<usize>) -> &str {
        column
            .and_then(|column| self.cells.get(column))
            .map_or("", String::as_str)
    }

    /// All cells, without spaces around them.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.trim())
    }
}

fn write_plain(table: &Table, line_end: &str) -> String {
    let mut text = String::new();
    for row in std::iter::once(&table.columns).chain(&table.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quote(guard(cell))).collect();
        text += &cells.join(",");
        text += line_end;
    }
    text
}

/// Puts a cell in quotes where it needs them (RFC 4180), and where another separator could cut it. Not left to `csv`,
/// whose writer brings the parser of numbers.
fn quote(cell: String) -> String {
    if cell.contains([',', '"']) || cell.contains(BORDERS) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// Puts an apostrophe before each piece of a cell that could run as a formula.
fn guard(cell: &str) -> String {
    let mut guarded = String::with_capacity(cell.len());
    for (index, piece) in cell.split_inclusive(BORDERS).enumerate() {
        if could_run(piece, index) {
            guarded.push('\'');
        }
        guarded += piece;
    }
    guarded
}

/// Takes the apostrophes of [`guard`] away.
fn unguard(cell: &str) -> String {
    let pieces = cell.split_inclusive(BORDERS).enumerate();
    pieces
        .map(|(index, piece)| {
            let rest = piece.strip_prefix('\'');
            rest.filter(|rest| could_run(rest, index)).unwrap_or(piece)
        })
        .collect()
}

/// Whether a piece of a cell starts as a formula does. Apostrophes, quotes and spaces before it do not count: some
/// spreadsheets drop them, and so one apostrophe more can always be told from one that somebody wrote.
fn could_run(piece: &str, index: usize) -> bool {
    let start = piece.trim_start_matches([' ', '\u{a0}', '\'', '"']);
    // At the very start a line break or tab hides what comes after it.
    start.starts_with(FORMULA_STARTS) || index == 0 && start.starts_with(['\t', '\r', '\n'])
}

/// The separator of a text, by a `sep=` line or by what stands most often in the first line outside quotes.
fn separator(text: &str) -> (u8, &str, u64) {
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut characters = rest.chars();
        if let Some(told @ (',' | ';' | '\t')) = characters.next() {
            let rest = characters.as_str();
            let rest = rest
                .strip_prefix("\r\n")
                .or_else(|| rest.strip_prefix('\n'))
                .unwrap_or(rest);
            return (u8::try_from(told).unwrap_or(b','), rest, 1);
        }
    }
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some((_, count)) =
                    counts.iter_mut().find(|(separator, _)| *separator == byte)
                {
                    *count += 1;
                }
            }
        }
    }
    let most = counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(separator, _)| *separator);
    (most, text, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cell: &str) -> Table {
        Table {
            columns: vec!["note".to_owned()],
            rows: vec![vec![cell.to_owned()]],
        }
    }

    #[test]
    fn formulas_are_written_as_text_and_come_back() {
        for cell in [
            "=1+1",
            "+49 30",
            "-",
            "@SUM(A1)",
            "＝1",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{a0}=1",
            "'quoted'",
            "'=x",
            "''=x",
            "''",
            "' =x",
            "plain",
            "a=b",
            " a ",
            "line\n=1+1\nline",
            "line\r\n@x",
            "line\n\n'=x",
            "a;=1+1;b",
            "a\t=1+1\tb",
            "a,=1+1",
            "a\n-",
        ] {
            let written = write(&table(cell));
            let rows = written.split_once("\r\n").expect("columns").1;
            // Also as a spreadsheet sees it that expects another separator and so does not know the quotes.
            for piece in rows.split([';', '\t', '\n', '\r']) {
                let piece = piece.trim_start_matches(['"', ' ', '\u{a0}']);
                assert!(
                    !piece.starts_with(FORMULA_STARTS),
                    "{cell:?} is written as {written:?}"
                );
            }
            assert_eq!(read(&written).expect("CSV").rows[0].text(Some(0)), cell);
        }
    }

    // The library is there in native tests only.
    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn whatever_is_written_comes_back(cell in "[-=+@;,'\" \\t\\r\\n＝\u{a0}ab]{0,12}") {
            let mut table = Table::new(&["id", "note"]);
            table.rows.push(vec!["A".to_owned(), cell.clone()]);
            let written = write(&table);
            let rows = written.split_once("\r\n").map_or("", |(_, rows)| rows);
            for piece in rows.split([';', '\t', '\n', '\r']) {
                let piece = piece.trim_start_matches(['"', ' ', '\u{a0}']);
                assert!(!piece.starts_with(FORMULA_STARTS), "{cell:?} is written as {written:?}");
            }
            assert_eq!(read(&written).expect("CSV").rows[0].text(Some(1)), cell);
        }
    }

    #[test]
    fn what_cannot_become_a_formula_is_written_as_it_is() {
        for cell in [
            "a, -5",
            "EUR 10,-",
            "Item 1; item 2",
            "rock 'n' roll",
            "'tis",
            "a\nb",
        ] {
            assert_eq!(guard(cell), cell);
        }
    }

    #[test]
    fn spaces_around_ids_do_not_count_but_texts_stay_whole() {
        let file = read("id , note\n A , b \n").expect("CSV");
        let row = &file.rows[0];
        assert_eq!(row.cell(file.column("id")), "A");
        assert_eq!(row.text(file.column("note")), " b ");
    }

    #[test]
    fn separators_and_byte_order_mark_are_seen() {
        for text in [
            "\u{feff}process;PA1.1\nA;F\n",
            "process\tPA1.1\nA\tF\n",
            "sep=;\r\nprocess;PA1.1\r\nA;F\r\n",
        ] {
            let file = read(text).expect("CSV");
            assert_eq!(file.columns, ["process", "PA1.1"]);
            assert!(file.rows[0].cells().eq(["A", "F"]));
        }
    }

    #[test]
    fn a_separator_within_quotes_does_not_count() {
        let file = read("\"a;b;c\",d\n1,2\n").expect("CSV");
        assert_eq!(file.columns, ["a;b;c", "d"]);
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let file = read("a,b\n\"x\ny\",1\nz,2\n").expect("CSV");
        assert_eq!(file.rows[1].line, 4);
    }
}
