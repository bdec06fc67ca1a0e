//! What a system says is paid.

use serde_json::Value;

use super::{Object, first};
use crate::postings::stated::{Stated, number, string};

/// Names of objects that hold a range.
const RANGES: [&str; 7] = [
    "salary",
    "salaryRange",
    "salary_range",
    "baseSalary",
    "compensation",
    "payRange",
    "payRangeDetails",
];

/// States what is paid: a range of its own, else amounts beside the other fields, else words.
pub(super) fn state(map: &Object, stated: &mut Stated) {
    for range in ranges(map) {
        let low = ["min", "minValue", "from", "minimum", "low", "rangeStart", "min_value"];
        let high = ["max", "maxValue", "to", "maximum", "high", "rangeEnd", "max_value"];
        take(range, &low, &high, stated);
    }
    let low = [
        "salary_min",
        "salaryMin",
        "min_salary",
        "minSalary",
        "salary_from",
        "salaryAmountFrom",
        "compensation_minimum",
    ];
    let high = [
        "salary_max",
        "salaryMax",
        "max_salary",
        "maxSalary",
        "salary_to",
        "salaryAmountTo",
        "compensation_maximum",
    ];
    take(map, &low, &high, stated);
    for name in ["salary", "compensation", "salary_text", "pay"] {
        if let Some(Value::String(text)) = map.get(name) {
            stated.told_pay(text);
        }
    }
}

/// Every object of `map` that holds a range.
fn ranges(map: &Object) -> Vec<&Object> {
    let mut found: Vec<&Value> = RANGES.iter().filter_map(|name| map.get(*name)).collect();
    let parts = map.get("compensation").and_then(|it| it.get("summaryComponents")?.as_array());
    let salary = |part: &&Value| {
        let kind = part.get("compensationType").map(string).unwrap_or_default();
        kind.is_empty() || kind.to_lowercase().contains("salary")
    };
    found.extend(parts.into_iter().flatten().filter(salary));
    found.extend(map.get("pay_input_ranges"));
    let each = found.into_iter().flat_map(|value| match value {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    });
    each.filter_map(Value::as_object).take(50).collect()
}

fn take(map: &Object, low: &[&str], high: &[&str], stated: &mut Stated) {
    let get = |names: &[&str]| first(map, names).map(string).unwrap_or_default();
    let cents = |name: &str| map.get(name).and_then(number).map(|cents| cents / 100.0);
    let inner = |names: &[&str], key: &str| {
        first(map, names).and_then(|it| it.get(key)).map(string).unwrap_or_default()
    };
    let mut currency = get(&[
        "currency",
        "currencyCode",
        "currency_type",
        "currency_code",
        "salary_currency",
        "salaryCurrency",
        "compensation_currency",
    ]);
    if currency.is_empty() {
        currency = inner(low, "currency");
    }
    let per = get(&[
        "period",
        "interval",
        "unit",
        "frequency",
        "salary_period",
        "salaryPeriod",
        "salaryFrequency",
        "compensation_frequency",
        "pay_period",
    ]);
    stated.salary(
        first(map, low).and_then(amount).or_else(|| cents("min_cents")),
        first(map, high).and_then(amount).or_else(|| cents("max_cents")),
        &currency,
        &per,
    );
}

/// A number, or an object with an amount in hundredths.
fn amount(value: &Value) -> Option<f64> {
    match value {
        Value::Object(map) => map.get("amount").and_then(number).map(|cents| cents / 100.0),
        other => number(other),
    }
}
