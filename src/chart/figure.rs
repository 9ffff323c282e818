//! Makes plotters' SVG stand for itself: named for screen readers, scalable, with an outer size.

use super::size::Size;
use super::text;

/// What a picture is called, and by which ids its page knows these names.
#[derive(Clone, Copy)]
pub struct Caption<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// Tells the ids of this picture from those of others on the same page.
    pub id_prefix: &'a str,
}

/// The picture with a new root: plotters' own has its inner size as outer size and no name.
pub fn figure(drawing: &str, size: Size, caption: Caption) -> String {
    let content = drawing.split_once('>').map_or("", |(_, content)| content);
    let view_box = attribute(drawing, "viewBox");
    let Size { width, height } = size;
    let id = id(caption.id_prefix);
    let title = escape(caption.title);
    let description = escape(caption.description);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{view_box}\" \
         role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" stroke-linejoin=\"round\">\n\
         <title id=\"{id}-title\">{title}</title>\n\
         <desc id=\"{id}-desc\">{description}</desc>{content}"
    )
}

/// Value of an attribute of the root, which comes first.
fn attribute<'a>(drawing: &'a str, name: &str) -> &'a str {
    drawing
        .split_once(&format!("{name}=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("", |(value, _)| value)
}

/// The prefix in letters that an id may have: spaces would split the list of ids.
fn id(prefix: &str) -> String {
    prefix
        .chars()
        .map(|letter| match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => letter,
            _ => '-',
        })
        .collect()
}

fn escape(plain: &str) -> String {
    text::printable(plain)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::canvas;

    fn named(title: &str, description: &str, id_prefix: &str) -> String {
        let size = Size::COMPACT;
        let caption = Caption {
            title,
            description,
            id_prefix,
        };
        figure(&canvas::picture(size, |_| ()), size, caption)
    }

    #[test]
    fn the_root_has_size_view_box_and_names() {
        let svg = named("Levels", "All is well.", "overview");
        assert!(svg.starts_with("<svg xmlns="));
        assert!(svg.contains("width=\"360\" height=\"392\" viewBox=\"0 0 3600 3920\""));
        assert!(
            svg.contains("role=\"img\" aria-labelledby=\"overview-title overview-desc\""),
            "{svg}"
        );
        assert!(svg.contains("<title id=\"overview-title\">Levels</title>"));
        assert!(svg.contains("<desc id=\"overview-desc\">All is well.</desc>"));
        assert!(svg.trim_end().ends_with("</svg>"));
        assert_eq!(svg.matches("<svg").count(), 1);
    }

    #[test]
    fn names_cannot_break_out() {
        let svg = named("<script>&\"'", "</desc><script>\u{1}", "a b\"><");
        assert!(!svg.contains("<script"));
        assert!(svg.contains("&lt;script&gt;&amp;&quot;&#39;</title>"));
        assert!(svg.contains("<title id=\"a-b----title\">"));
    }
}
