//! Writes a report as HTML. The page shows it, and the file holds it: the same text.

use super::assessment_report::AssessmentReport;
use super::report_block::{Block, Cell, LevelMark, Picture, ReportTable};
use std::fmt::Write as _;

/// How the report looks: on a screen, light or dark, and on paper.
pub const REPORT_STYLE: &str = include_str!("report.css");

/// The report as one element. `draw` makes SVG of a picture; the ids in it must begin with what it is given.
pub fn report_html(report: &AssessmentReport, draw: &dyn Fn(&Picture, &str) -> String) -> String {
    let mut writer = Writer {
        html: String::new(),
        draw,
        pictures: 0,
    };
    writer.report(report);
    writer.html
}

/// A text as it stands between tags and in quotes.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' | '\t' => html.push(letter),
            // HTML has no way to write these.
            _ if letter.is_control() => html.push('\u{fffd}'),
            _ => html.push(letter),
        }
    }
    html
}

struct Writer<'a> {
    html: String,
    draw: &'a dyn Fn(&Picture, &str) -> String,
    pictures: usize,
}

/// Writing to a String cannot fail.
macro_rules! put {
    ($writer:expr, $($words:tt)*) => {{
        let _ = write!($writer.html, $($words)*);
    }};
}

impl Writer<'_> {
    fn report(&mut self, report: &AssessmentReport) {
        let title = escaped(&report.title);
        put!(
            self,
            "<article class=\"report\">\n<header>\n<p class=\"kind\">Capability assessment</p>\n<h1>{title}</h1>\n"
        );
        let unit = match report.unit.trim() {
            "" => String::new(),
            unit => format!("{} \u{b7} ", escaped(unit)),
        };
        put!(self, "<p class=\"lead\">{unit}as of {}</p>\n", report.today);
        for remark in &report.remarks {
            put!(self, "<p class=\"remark\">{}</p>\n", escaped(remark));
        }
        self.html.push_str("</header>\n");
        self.contents(report);
        for part in &report.parts {
            let (id, title) = (part.section.id(), part.section.title());
            put!(
                self,
                "<section id=\"{id}\" class=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>\n"
            );
            self.blocks(&part.blocks, 3);
            self.html.push_str("</section>\n");
        }
        self.html.push_str("</article>\n");
    }

    fn contents(&mut self, report: &AssessmentReport) {
        if report.parts.len() < 2 {
            return;
        }
        self.html.push_str("<nav aria-label=\"Contents\">\n<ul>\n");
        for part in &report.parts {
            let (id, title) = (part.section.id(), part.section.title());
            put!(self, "<li><a href=\"#{id}\">{title}</a></li>\n");
        }
        self.html.push_str("</ul>\n</nav>\n");
    }

    /// `depth` is the level of a heading among them.
    fn blocks(&mut self, blocks: &[Block], depth: u8) {
        for block in blocks {
            self.block(block, depth);
        }
    }

    fn block(&mut self, block: &Block, depth: u8) {
        match block {
            Block::Text(text) => put!(self, "<p>{}</p>\n", escaped(text)),
            Block::Remark(text) => put!(self, "<p class=\"remark\">{}</p>\n", escaped(text)),
            Block::Facts(facts) => {
                self.html.push_str("<dl>\n");
                for (what, said) in facts {
                    put!(
                        self,
                        "<div><dt>{}</dt><dd>{}</dd></div>\n",
                        escaped(what),
                        lines(said)
                    );
                }
                self.html.push_str("</dl>\n");
            }
            Block::List { title, items } => {
                put!(
                    self,
                    "<div class=\"list\">\n<h{depth}>{}</h{depth}>\n<ul>\n",
                    escaped(title)
                );
                for item in items {
                    put!(self, "<li>{}</li>\n", escaped(item));
                }
                self.html.push_str("</ul>\n</div>\n");
            }
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => self.picture(picture, depth),
            Block::Part {
                title,
                level,
                blocks,
            } => {
                put!(self, "<div class=\"part\">\n<h{depth}>{}", escaped(title));
                if let Some(mark) = level {
                    put!(self, " {}", level_mark(mark, "Level "));
                }
                put!(self, "</h{depth}>\n");
                self.blocks(blocks, depth + 1);
                self.html.push_str("</div>\n");
            }
            Block::Beside(columns) => {
                self.html.push_str("<div class=\"beside\">\n");
                for blocks in columns {
                    self.html.push_str("<div>\n");
                    self.blocks(blocks, depth);
                    self.html.push_str("</div>\n");
                }
                self.html.push_str("</div>\n");
            }
        }
    }

    fn picture(&mut self, picture: &Picture, depth: u8) {
        self.pictures += 1;
        let svg = (self.draw)(picture, &format!("picture-{}", self.pictures));
        put!(
            self,
            "<figure>\n<figcaption><h{depth}>{}</h{depth}><p>{}</p></figcaption>\n{svg}</figure>\n",
            escaped(picture.title()),
            escaped(picture.description())
        );
    }

    /// A wide table scrolls by itself, and by keyboard too.
    fn table(&mut self, table: &ReportTable) {
        let caption = escaped(&table.caption);
        put!(
            self,
            "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table: {caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>"
        );
        for column in &table.columns {
            put!(self, "<th scope=\"col\">{}</th>", escaped(column));
        }
        self.html.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.html.push_str("<tr>");
            for (place, found) in row.iter().enumerate() {
                let text = cell(found);
                let (start, end) = match place {
                    // A header that says nothing heads nothing.
                    0 if !text.is_empty() => ("<th scope=\"row\">", "</th>"),
                    _ => ("<td>", "</td>"),
                };
                put!(self, "{start}{text}{end}");
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</tbody>\n</table>\n</div>\n");
    }
}

const NOT_DESCRIBED: &str = "A picture that nobody described.";

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => lines(text),
        Cell::Rating { letter, rank } => match rank {
            Some(rank) => format!(
                "<span class=\"rating\" data-rank=\"{rank}\">{}</span>",
                escaped(letter)
            ),
            None => format!("<span class=\"rating\">{}</span>", escaped(letter)),
        },
        Cell::Level(mark) => level_mark(mark, ""),
        Cell::Link(address) => {
            let address = escaped(address);
            format!("<a href=\"{address}\" rel=\"noreferrer\">{address}</a>")
        }
        Cell::Image { address, shows } => {
            // What it shows stands under it for everybody, so a screen reader need not say it twice.
            let alt = if shows.is_empty() { NOT_DESCRIBED } else { "" };
            let (address, shows) = (escaped(address), escaped(shows));
            format!("<img src=\"{address}\" alt=\"{alt}\">{shows}")
        }
        Cell::Lines(cells) => {
            let cells = cells
                .iter()
                .map(|found| format!("<p>{}</p>", self::cell(found)));
            cells.collect()
        }
    }
}

fn level_mark(mark: &LevelMark, before: &str) -> String {
    let words = escaped(&mark.words);
    match mark.level {
        Some(level) => {
            format!("<span class=\"level\" data-level=\"{level}\">{before}{words}</span>")
        }
        None => format!("<span class=\"level\">{words}</span>"),
    }
}

/// A text of several lines, as it was written.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<String> = text.trim().split('\n').map(escaped).collect();
    lines.join("<br>")
}
