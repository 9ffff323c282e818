//! Where a success measure stands: on its way from the baseline to the target, or not.

use super::action::{Action, Measure};
use super::amount::Amount;
use super::date::Date;

/// What the readings say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureStanding {
    NotRead,
    /// There is no target, or nothing to compare with: neither a baseline nor an earlier reading.
    NotKnown,
    Reached,
    Towards,
    Still,
    Away,
}

/// The latest reading and what it says. The way leads from the baseline, or else from the first reading, to the target: up
/// or down, whichever that is.
pub fn measure_standing(action: &Action) -> Option<(Option<(Date, Amount)>, MeasureStanding)> {
    let measure = action.measure.as_ref()?;
    let latest = action.readings.last_key_value();
    let latest = latest.map(|(day, value)| (*day, *value));
    let standing = latest.map_or(MeasureStanding::NotRead, |(day, value)| {
        let earlier = action.readings.range(..day).next();
        let from = measure.baseline.or(earlier.map(|(_, value)| *value));
        standing(measure, from, value)
    });
    Some((latest, standing))
}

fn standing(measure: &Measure, from: Option<Amount>, now: Amount) -> MeasureStanding {
    let Some(target) = measure.target.map(Amount::thousandths) else {
        return MeasureStanding::NotKnown;
    };
    let now = now.thousandths();
    let Some(from) = from.map(Amount::thousandths) else {
        return if now == target {
            MeasureStanding::Reached
        } else {
            MeasureStanding::NotKnown
        };
    };
    // 1 where more is better, -1 where less is, 0 where it is to stay as it is.
    let better = (target - from).signum();
    if now == target || (now - target) * better > 0 {
        return MeasureStanding::Reached;
    }
    match (now - from) * better {
        0 if better != 0 => MeasureStanding::Still,
        gone if gone > 0 => MeasureStanding::Towards,
        _ => MeasureStanding::Away,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(baseline: &str, target: &str, readings: &[&str]) -> Action {
        let days = ["2027-01-01", "2027-02-01", "2027-03-01"];
        let readings = days
            .iter()
            .zip(readings)
            .filter_map(|(day, value)| Some((day.parse().ok()?, value.parse().ok()?)));
        Action {
            measure: Some(Measure {
                what: "lead time of standard changes".to_owned(),
                unit: "days".to_owned(),
                baseline: baseline.parse().ok(),
                target: target.parse().ok(),
            }),
            readings: readings.collect(),
            ..Action::default()
        }
    }

    #[test]
    fn the_latest_reading_counts_on_the_way_from_baseline_to_target() {
        use MeasureStanding::{Away, NotKnown, NotRead, Reached, Still, Towards};
        for (baseline, target, readings, expected) in [
            ("12", "5", &[][..], NotRead),
            ("12", "5", &["8"], Towards),
            ("12", "5", &["8", "12.5"], Away),
            ("12", "5", &["8", "12"], Still),
            ("12", "5", &["8", "5"], Reached),
            ("12", "5", &["4.9"], Reached),
            ("80", "95", &["90"], Towards),
            ("80", "95", &["96"], Reached),
            ("80", "95", &["79"], Away),
            ("5", "5", &["6"], Away),
            ("5", "5", &["5"], Reached),
            ("12", "", &["8"], NotKnown),
            ("", "5", &["8"], NotKnown),
            ("", "5", &["5"], Reached),
            ("", "5", &["8", "7"], Towards),
            ("", "5", &["8", "9"], Away),
        ] {
            let found = measure_standing(&action(baseline, target, readings));
            let case = format!("{baseline} to {target}: {readings:?}");
            assert_eq!(
                found.map(|(_, standing)| standing),
                Some(expected),
                "{case}"
            );
        }
        assert_eq!(measure_standing(&Action::default()), None);
    }
}
