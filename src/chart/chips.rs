//! Labels on small plates, in lines.

use super::canvas::{Lettering, Point};
use super::marks::Marks;
use super::measures::Measures;
use super::room::Room;
use super::text;
use plotters::style::text_anchor::HPos;

/// As many labels as have room, and how many have not.
pub struct Chips {
    lines: Vec<Vec<Chip>>,
    measures: Measures,
}

/// What runs around a plate.
#[derive(Clone, Copy)]
pub enum Edge {
    Line,
    Dashes,
}

struct Chip {
    text: String,
    /// False for the number of those without room.
    plate: bool,
}

impl Chips {
    /// Fills lines of a width. Where they are not enough, the last ends with a number such as "+3".
    pub fn new(labels: &[String], measures: Measures, width: f64, most_lines: usize) -> Self {
        let mut lines: Vec<Vec<Chip>> = Vec::new();
        for (place, label) in labels.iter().enumerate() {
            let room = width - 2.0 * inset(measures);
            let chip = Chip {
                text: text::shorten(label, measures.text, room),
                plate: true,
            };
            let full = lines.len() >= most_lines;
            match lines.last_mut() {
                Some(line) if fits(line, &chip, measures, width) => line.push(chip),
                _ if !full => lines.push(vec![chip]),
                Some(line) => {
                    leave_out(line, labels.len() - place, measures, width);
                    break;
                }
                None => break,
            }
        }
        Self { lines, measures }
    }

    pub fn height(&self) -> f64 {
        height(self.lines.len(), self.measures)
    }

    /// Whether there are labels without room.
    pub fn is_cut(&self) -> bool {
        self.lines.iter().flatten().any(|chip| !chip.plate)
    }

    pub fn draw(&self, marks: &Marks, (left, top): Point, edge: Edge) {
        let mut middle = top + line_height(self.measures) / 2.0;
        for line in &self.lines {
            let mut x = left;
            for chip in line {
                let width = chip.width(self.measures);
                chip.draw(marks, (x + width / 2.0, middle), edge);
                x += width + gap(self.measures);
            }
            middle += line_height(self.measures);
        }
    }
}

/// Height of so many lines.
pub fn height(lines: usize, measures: Measures) -> f64 {
    (0..lines).map(|_| line_height(measures)).sum()
}

/// An empty plate about its middle.
pub fn plate(marks: &Marks, middle: Point, width: f64, edge: Edge) {
    let half = (width / 2.0, 0.72 * marks.measures.text);
    let room = Room::about(middle, half);
    let corners = room.corners();
    marks.canvas.area(&corners, marks.palette.background, 1.0);
    let pen = marks.hair(marks.palette.muted);
    match edge {
        Edge::Line => marks.canvas.outline(&corners, pen),
        Edge::Dashes => {
            let [first, ..] = corners;
            let around: Vec<Point> = corners.into_iter().chain([first]).collect();
            marks.canvas.dashes(&around, pen);
        }
    }
}

/// Says how many labels have no room, in place of as many of the last as that needs.
fn leave_out(line: &mut Vec<Chip>, mut count: usize, measures: Measures, width: f64) {
    loop {
        let number = Chip {
            text: format!("+{count}"),
            plate: false,
        };
        if line.is_empty() || fits(line, &number, measures, width) {
            line.push(number);
            return;
        }
        line.pop();
        count += 1;
    }
}

fn fits(line: &[Chip], next: &Chip, measures: Measures, width: f64) -> bool {
    let taken: f64 = line
        .iter()
        .map(|chip| chip.width(measures) + gap(measures))
        .sum();
    taken + next.width(measures) <= width
}

impl Chip {
    fn width(&self, measures: Measures) -> f64 {
        text::width(&self.text, measures.text) + 2.0 * inset(measures)
    }

    fn draw(&self, marks: &Marks, middle: Point, edge: Edge) {
        if self.plate {
            plate(marks, middle, self.width(marks.measures), edge);
        }
        let look = Lettering {
            size: marks.measures.text,
            colour: marks.palette.ink,
            side: HPos::Center,
            bold: !self.plate,
        };
        marks.canvas.text(&self.text, middle, look);
    }
}

fn line_height(measures: Measures) -> f64 {
    1.8 * measures.text
}

fn inset(measures: Measures) -> f64 {
    0.3 * measures.text
}

fn gap(measures: Measures) -> f64 {
    0.35 * measures.text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(count: usize, width: f64, most_lines: usize) -> Vec<Vec<String>> {
        let labels: Vec<String> = (1..=count).map(|number| format!("P-{number}")).collect();
        let chips = Chips::new(&labels, Measures::of(640), width, most_lines);
        let line = |line: &Vec<Chip>| line.iter().map(|chip| chip.text.clone()).collect();
        chips.lines.iter().map(line).collect()
    }

    #[test]
    fn labels_that_fit_are_all_there() {
        assert_eq!(texts(4, 80.0, 2), [["P-1", "P-2"], ["P-3", "P-4"]]);
        assert_eq!(texts(0, 80.0, 2), [[""; 0]; 0]);
    }

    #[test]
    fn labels_without_room_are_counted() {
        assert_eq!(texts(5, 80.0, 2), [["P-1", "P-2"], ["P-3", "+2"]]);
        assert_eq!(texts(105, 75.0, 1), [["P-1", "+104"]]);
    }

    #[test]
    fn without_any_room_there_is_the_number_only() {
        assert_eq!(texts(3, 1.0, 1), [["+3"]]);
        assert_eq!(texts(3, 80.0, 0), [[""; 0]; 0]);
    }

    #[test]
    fn a_label_longer_than_a_line_is_shortened() {
        let labels = ["A label that is far too long".to_owned()];
        let chips = Chips::new(&labels, Measures::of(640), 80.0, 2);
        assert!(chips.lines[0][0].text.ends_with('…'));
        assert!(chips.lines[0][0].width(chips.measures) <= 80.0);
    }
}
