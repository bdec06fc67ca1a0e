//! Words for one trade.

use super::words::Token;

/// Two words for one trade that say no more than each other.
pub(super) fn same_trade(one: &Token, other: &Token) -> bool {
    const TRADES: [&[&str]; 14] = [
        &[
            "engineer",
            "developer",
            "programmer",
            "entwickler",
            "ingenieur",
            "entwicklerin",
            "ingenieurin",
        ],
        &[
            "teacher",
            "educator",
            "instructor",
            "lehrer",
            "lehrerin",
            "professeur",
            "profesor",
            "profesora",
        ],
        &[
            "nurse",
            "pfleger",
            "pflegerin",
            "krankenschwester",
            "infirmier",
            "infirmiere",
            "enfermero",
            "enfermera",
        ],
        &["accountant", "comptable", "buchhalter", "buchhalterin", "contable"],
        &[
            "salesperson",
            "salesman",
            "seller",
            "verkaufer",
            "vendeur",
            "vendeuse",
            "vendedor",
            "dependiente",
            "comercial",
            "commercial",
        ],
        &["cook", "koch", "cuisinier", "cocinero"],
        &["driver", "fahrer", "chauffeur", "conductor"],
        &["marketer", "marketing"],
        &["operator", "driver"],
        &["specialist", "professional"],
        &["assistant", "assistante", "assistent", "assistentin", "asistente"],
        &["manager", "leiter", "leiterin", "responsable", "gerente"],
        &["electrician", "elektriker", "electricien", "electricista"],
        &["bauingenieur", "bauingenieurin", "ingenieur"],
    ];
    TRADES.iter().any(|it| it.contains(&one.fold.as_str()) && it.contains(&other.fold.as_str()))
}
