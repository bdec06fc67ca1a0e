//! Identifiers: time-ordered UUIDs, one type per kind of thing so they cannot be mixed up.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident,)+) => {$(
        $(#[$doc])+
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            Serialize, Deserialize, specta::Type,
        )]
        pub struct $name(Uuid);

        impl $name {
            /// The id with these bits; drawing fresh ones is up to the caller.
            pub const fn from_u128(bits: u128) -> Self {
                Self(Uuid::from_u128(bits))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// Identifies an [`Activity`](crate::jobs::Activity).
    ActivityId,
    /// Identifies a [`StoredFact`](crate::tailoring::StoredFact).
    FactId,
    /// Identifies a [`Job`](crate::jobs::Job).
    JobId,
    /// Identifies a [`StoredResume`](crate::resumes::StoredResume).
    ResumeId,
}
