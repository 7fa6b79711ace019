//! AWS regions as suggestions. Others are accepted too, as long as they look like one: new ones open every year.

use super::definition::Choice;
use crate::words::Language;

/// Regions open to every AWS account, by where they are, in English and in German.
const REGIONS: &[(&str, &str, &str)] = &[
    ("eu-central-1", "Frankfurt", "Frankfurt"),
    ("eu-central-2", "Zurich", "Zürich"),
    ("eu-north-1", "Stockholm", "Stockholm"),
    ("eu-south-1", "Milan", "Mailand"),
    ("eu-south-2", "Spain", "Spanien"),
    ("eu-west-1", "Ireland", "Irland"),
    ("eu-west-2", "London", "London"),
    ("eu-west-3", "Paris", "Paris"),
    ("us-east-1", "North Virginia", "Nord-Virginia"),
    ("us-east-2", "Ohio", "Ohio"),
    ("us-west-1", "North California", "Nordkalifornien"),
    ("us-west-2", "Oregon", "Oregon"),
    ("ca-central-1", "Canada, Montreal", "Kanada, Montreal"),
    ("ca-west-1", "Canada, Calgary", "Kanada, Calgary"),
    ("mx-central-1", "Mexico", "Mexiko"),
    ("sa-east-1", "São Paulo", "São Paulo"),
    ("af-south-1", "Cape Town", "Kapstadt"),
    ("il-central-1", "Tel Aviv", "Tel Aviv"),
    ("me-central-1", "United Arab Emirates", "Vereinigte Arabische Emirate"),
    ("me-south-1", "Bahrain", "Bahrain"),
    ("ap-east-1", "Hong Kong", "Hongkong"),
    ("ap-northeast-1", "Tokyo", "Tokio"),
    ("ap-northeast-2", "Seoul", "Seoul"),
    ("ap-northeast-3", "Osaka", "Osaka"),
    ("ap-south-1", "Mumbai", "Mumbai"),
    ("ap-south-2", "Hyderabad", "Hyderabad"),
    ("ap-southeast-1", "Singapore", "Singapur"),
    ("ap-southeast-2", "Sydney", "Sydney"),
    ("ap-southeast-3", "Jakarta", "Jakarta"),
    ("ap-southeast-4", "Melbourne", "Melbourne"),
    ("ap-southeast-5", "Malaysia", "Malaysia"),
    ("ap-southeast-7", "Thailand", "Thailand"),
];

/// The suggestions: "eu-west-1 (Ireland)".
pub fn choices(language: Language) -> Vec<Choice> {
    let choice = |(value, english, german): &(&str, &str, &str)| {
        let place = match language {
            Language::En => english,
            Language::De => german,
        };
        Choice {
            value: (*value).to_owned(),
            label: format!("{value} ({place})"),
        }
    };
    REGIONS.iter().map(choice).collect()
}
