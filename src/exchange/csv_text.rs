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
    pub cells: Vec<String>,
}

/// The byte order mark that tells spreadsheets that a text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a cell may not start with: a spreadsheet would take it for a formula (OWASP ASVS 1.2.10).
const FORMULA_STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

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
        let cells: Vec<String> = record
            .iter()
            .map(|cell| unguard(cell.trim()).to_owned())
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(CsvRow { line, cells });
        }
    }
    if rows.is_empty() {
        return Err("The file is empty.".to_owned());
    }
    let columns = rows.remove(0).cells;
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
    /// A cell, empty where the row is too short.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column
            .and_then(|column| self.cells.get(column))
            .map_or("", String::as_str)
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

/// Puts a cell in quotes where it needs them (RFC 4180). Not left to `csv`, whose writer brings the parser of numbers.
fn quote(cell: String) -> String {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// Puts an apostrophe before a cell that would run as a formula, or that starts with an apostrophe that [`unguard`] would take.
fn guard(cell: &str) -> String {
    let risky = cell.starts_with(FORMULA_STARTS);
    let looks_guarded = cell
        .strip_prefix('\'')
        .is_some_and(|rest| rest.starts_with('\'') || rest.starts_with(FORMULA_STARTS));
    if risky || looks_guarded {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Takes the apostrophe of [`guard`] away.
fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with('\'') || rest.starts_with(FORMULA_STARTS) => rest,
        _ => cell,
    }
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
            "=1+1", "+49 30", "-", "@SUM(A1)", "＝1", "'quoted'", "'=x", "''", "plain", "a=b",
        ] {
            let written = write(&table(cell));
            let line = written
                .lines()
                .nth(1)
                .expect("one row")
                .trim_start_matches('"');
            assert!(
                !line.starts_with(FORMULA_STARTS),
                "{cell} is written as {line}"
            );
            assert_eq!(read(&written).expect("CSV").rows[0].cells[0], cell);
        }
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
            assert_eq!(file.rows[0].cells, ["A", "F"]);
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
