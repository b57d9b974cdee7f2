//! What the console complains of: nothing, or what a journey expects.

use anyhow::{Result, ensure};

use super::Browser;

impl Browser {
    /// Fails with everything the console complained of since the last look: script errors, refusals by the content
    /// security policy, files that did not load.
    pub(crate) async fn stays_silent(&self) -> Result<()> {
        let complaints = self.complaints().await?;
        ensure!(
            complaints.is_empty(),
            "the console complains:\n{}",
            complaints.join("\n")
        );
        Ok(())
    }

    /// Fails unless the console complained since the last look, and of nothing but pages answered with this status.
    pub(crate) async fn complains_only_of_status(&self, status: &str) -> Result<()> {
        self.complains_only_of(&format!("status of {status}")).await
    }

    /// Fails unless the console complained since the last look, and of nothing else than this.
    pub(crate) async fn complains_only_of(&self, expected: &str) -> Result<()> {
        let complaints = self.complaints().await?;
        ensure!(
            !complaints.is_empty(),
            "the console knows nothing of {expected:?}"
        );
        ensure!(
            complaints.iter().all(|line| line.contains(expected)),
            "{}",
            complaints.join("\n")
        );
        Ok(())
    }

    async fn complaints(&self) -> Result<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        let serious = entries
            .into_iter()
            .filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
        Ok(serious.map(|entry| entry.message).collect())
    }
}
