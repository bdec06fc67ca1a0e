//! `cargo xtask test`: from a fresh working copy to one line that says how it stands.

use std::{path::Path, time::Duration};

use crate::{
    Result, commands, packages, places, setup,
    stages::{Stages, Vitest},
};

/// The tests of the UI alone are over long before.
const UI_LIMIT: Duration = Duration::from_secs(5 * 60);

/// So are those of the whole app, in the browser or in its window.
const E2E_LIMIT: Duration = Duration::from_secs(12 * 60);

/// Sets everything up, runs every test, and fails when one of them did.
pub(crate) fn test() -> Result {
    let mut stages = Stages::default();
    if prepare(&mut stages) {
        run(&mut stages)?;
    }
    println!("{}", stages.report());
    if stages.total().failed == 0 { Ok(()) } else { Err("Not everything passed.".into()) }
}

/// Everything the tests stand on.
fn prepare(stages: &mut Stages) -> bool {
    stages.prepare("system packages", || {
        packages::ensure(packages::BUILD)?;
        if cfg!(target_os = "linux") { packages::ensure(packages::TEST) } else { Ok(()) }
    }) && stages.prepare("npm packages", || {
        setup::check_node()?;
        setup::install("ui")?;
        setup::install("tests/e2e")
    }) && stages.prepare("UI build", setup::build_ui)
}

fn run(stages: &mut Stages) -> Result {
    let target = places::target()?;
    let bridge_ui = target.join("bridge-ui");
    stages.check("format", commands::cargo(&["fmt", "--all", "--check"]));
    stages.check("UI types and lints", commands::npm("ui", &["run", "check"]));
    stages.vitest("UI tests", in_ui(&target.join("reports/ui.json")));
    let shown = stages.prepare("UI build for the browser", || setup::build_bridge_ui(&bridge_ui));
    // All packages and all targets in every call: one feature set, so nothing is built twice.
    let built = stages.prepare("build", || {
        commands::run(commands::cargo(&["build", "--workspace", "--all-targets"]))
    });
    if built {
        stages
            .cargo_test("Rust tests", commands::cargo(&["test", "--workspace", "--no-fail-fast"]));
    } else {
        stages.cannot("Rust tests");
    }
    let strict = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    stages.check("clippy", commands::cargo(&strict));
    stages.check("e2e types", commands::npm("tests/e2e", &["run", "check"]));
    for (name, folder) in [("app in Chromium", "browser"), ("app in its window", "window")] {
        if built && shown {
            whole_app(stages, name, folder, &target);
        } else {
            stages.cannot(name);
        }
    }
    Ok(())
}

fn in_ui(report: &Path) -> Vitest<'_> {
    Vitest { folder: "ui", arguments: &[], env: &[], report, limit: UI_LIMIT }
}

fn whole_app(stages: &mut Stages, name: &'static str, folder: &str, target: &Path) {
    let programs = target.join("debug");
    let ui = target.join("bridge-ui");
    let report = target.join(format!("reports/{folder}.json"));
    stages.vitest(
        name,
        Vitest {
            folder: "tests/e2e",
            arguments: &["--dir", folder],
            env: &[("ATSPRO_PROGRAMS", &programs), ("ATSPRO_BRIDGE_UI", &ui)],
            report: &report,
            limit: E2E_LIMIT,
        },
    );
}
