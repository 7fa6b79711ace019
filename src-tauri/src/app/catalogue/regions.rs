//! AWS regions as suggestions. Others are accepted too, as long as they look like one: new ones open every year.

use super::definition::Choice;

/// Regions open to every AWS account, by where they are.
const REGIONS: &[(&str, &str)] = &[
    ("eu-central-1", "Frankfurt"),
    ("eu-central-2", "Zurich"),
    ("eu-north-1", "Stockholm"),
    ("eu-south-1", "Milan"),
    ("eu-south-2", "Spain"),
    ("eu-west-1", "Ireland"),
    ("eu-west-2", "London"),
    ("eu-west-3", "Paris"),
    ("us-east-1", "North Virginia"),
    ("us-east-2", "Ohio"),
    ("us-west-1", "North California"),
    ("us-west-2", "Oregon"),
    ("ca-central-1", "Canada, Montreal"),
    ("ca-west-1", "Canada, Calgary"),
    ("mx-central-1", "Mexico"),
    ("sa-east-1", "São Paulo"),
    ("af-south-1", "Cape Town"),
    ("il-central-1", "Tel Aviv"),
    ("me-central-1", "United Arab Emirates"),
    ("me-south-1", "Bahrain"),
    ("ap-east-1", "Hong Kong"),
    ("ap-northeast-1", "Tokyo"),
    ("ap-northeast-2", "Seoul"),
    ("ap-northeast-3", "Osaka"),
    ("ap-south-1", "Mumbai"),
    ("ap-south-2", "Hyderabad"),
    ("ap-southeast-1", "Singapore"),
    ("ap-southeast-2", "Sydney"),
    ("ap-southeast-3", "Jakarta"),
    ("ap-southeast-4", "Melbourne"),
    ("ap-southeast-5", "Malaysia"),
    ("ap-southeast-7", "Thailand"),
];

/// The suggestions: "eu-west-1 (Ireland)".
pub fn choices() -> Vec<Choice> {
    let choice = |(value, place): &(&str, &str)| Choice {
        value: (*value).to_owned(),
        label: format!("{value} ({place})"),
    };
    REGIONS.iter().map(choice).collect()
}
