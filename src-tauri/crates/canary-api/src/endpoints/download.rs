//! `GET canarytoken/download` (seed). Its answer is a file, so [`crate::Client::download`] sends it.

use super::Parameters;

/// Fetches the artifact of a Canarytoken.
#[derive(Debug, Clone)]
pub struct Download {
    /// The Canarytoken's id.
    pub id: String,
}

impl Download {
    pub(crate) const PATH: &'static str = "canarytoken/download";

    pub(crate) fn parameters(&self) -> Parameters {
        Parameters::new().with("canarytoken", &self.id)
    }
}
