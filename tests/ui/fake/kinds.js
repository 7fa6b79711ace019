/**
 * The kinds that the fake knows: enough of each form to try every sort of field.
 * @module
 */

/** @typedef {import("../../../ui/js/types.js").KindCard} KindCard */
/** @typedef {import("../../../ui/js/types.js").KindGroup} KindGroup */
/** @typedef {import("../../../ui/js/types.js").FieldSpec} FieldSpec */

/** @type {KindGroup[]} */
export const groups = [
  { id: "documents", title: "Documents", note: "Files that raise an alert when someone opens them" },
  { id: "links", title: "Links and pages", note: "For mails, notes, pages and printouts" },
  { id: "keys", title: "Keys and logins", note: "Credentials that nobody should try" },
  { id: "cloud", title: "Cloud", note: "For whoever looks after your cloud accounts" },
  { id: "network", title: "Network and devices", note: "Names, servers and shares" },
  { id: "mail", title: "Mail", note: "Decoys in mailboxes" },
  { id: "retired", title: "Retired", note: "Your Console may no longer offer these" },
];

/**
 * @param {Partial<FieldSpec> & { name: string, label: string }} one
 * @returns {FieldSpec}
 */
const field = (one) => ({
  hint: null,
  type: "text",
  required: false,
  placeholder: null,
  default: null,
  options: [],
  accept: [],
  maxBytes: null,
  when: null,
  secret: false,
  ...one,
});

/**
 * @param {KindCard["advice"]["places"][number]["audience"]} audience
 * @param {...string} steps
 */
const to = (audience, ...steps) => ({ audience, steps });
const asked = to(
  "administrator",
  "Please put the attached file where only a few people should look, under the name it has.",
  "Please leave its contents as they are, and leave it out of virus scans that open files by themselves.",
);

const word = {
  place: [
    "Give the file a believable name, such as “Pay review 2026”.",
    "Put it where only a few people should look: a restricted folder or a mailbox.",
    "Leave its contents as they are.",
  ],
  places: [
    to(
      "windows",
      "Save it in a shared folder or a mailbox where only a few people should look, under a believable name.",
      "Copy it by File Explorer. If it came by mail, right-click it, choose “Properties” and tick “Unblock”.",
    ),
    to("macos", "Save it in a shared folder.", "Move it in the Finder. Do not look at it with the space bar."),
    to(
      "linux",
      "Save it on a share or a server that people use from computers with Microsoft Word, under a believable name.",
      "Other programs for such files usually stay silent.",
    ),
    asked,
  ],
  test: ["To test it, open it once in Word and look for the alert."],
  notes: ["It notices Microsoft Word. Previews, Protected View and LibreOffice usually stay silent."],
};
const link = {
  place: ["Put it where only someone who snoops would click: an unread mail, private notes, an internal page."],
  places: [asked],
  test: ["To test it, open the link once and look for the alert."],
  notes: ["Chat programs that preview links can set it off."],
};
const code = {
  place: ["Print it with an intriguing label.", "Put it in a locked cupboard, a server room or an envelope."],
  places: [asked],
  test: ["To test it, scan the printout once with a phone."],
  notes: ["Keep it out of public view."],
};
const plainAdvice = {
  place: ["Put it where nobody has a reason to touch it."],
  places: [],
  test: ["To test it, touch it once yourself."],
  notes: [],
};

/**
 * @param {string} kind
 * @param {KindCard["group"]} group
 * @param {string} name
 * @param {string} consoleName
 * @param {string} what
 * @param {string} triggers
 * @param {Partial<KindCard>} [more]
 * @returns {KindCard}
 */
const card = (kind, group, name, consoleName, what, triggers, more = {}) => ({
  kind,
  name,
  consoleName,
  what,
  triggers,
  group,
  icon: `kind-${kind}`,
  goodStart: false,
  offered: true,
  reason: null,
  search: [],
  fields: [],
  artifact: null,
  advice: plainAdvice,
  general: false,
  elsewhere: false,
  ...more,
});

const regions = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2"].map((value) => ({ value, label: value }));
/** What the catalogue adds to some kinds, and to all. */
const skip = field({
  name: "skip_create_if_exists",
  label: "If there is one already, use that",
  type: "switch",
  hint: "If your Console has one of this kind with the same reminder, you get that one, and no second is made.",
});
const customDomain = field({
  name: "custom_domain",
  label: "Web address",
  type: "domain",
  placeholder: "files.example.com",
  hint: "Only if your Console has an address of its own for Canarytokens. Leave it empty to use the usual one.",
});
const notOffered = { offered: false, reason: "Your Console does not offer it" };

/** @type {KindCard[]} */
export const kinds = [
  card(
    "doc-msword",
    "documents",
    "Word document",
    "MS Word Document",
    "Alerts when it is opened in Word",
    "Opening the file raises an alert",
    {
      goodStart: true,
      search: ["docx", "office", "laptop"],
      fields: [
        field({
          name: "doc",
          label: "Your own document",
          type: "file",
          accept: ["docx"],
          maxBytes: 5_000_000,
          hint: "Leave this out for an empty one.",
        }),
      ],
      artifact: {
        extension: "docx",
        label: "Word file",
        names: ["Pay review 2026", "Draft contract", "Passwords old"],
      },
      advice: word,
    },
  ),
  card(
    "doc-msexcel",
    "documents",
    "Excel document",
    "MS Excel Document",
    "Alerts when it is opened in Excel",
    "Opening the file raises an alert",
    {
      search: ["xlsx", "spreadsheet"],
      artifact: { extension: "xlsx", label: "Excel file", names: ["Salaries 2026", "Budget draft"] },
    },
  ),
  card(
    "pdf-acrobat-reader",
    "documents",
    "PDF document",
    "Acrobat PDF",
    "Alerts when it is opened in Acrobat Reader",
    "Opening the file in Acrobat Reader raises an alert",
    {
      goodStart: true,
      search: ["acrobat"],
      fields: [field({ name: "pdf", label: "Your own PDF", type: "file", accept: ["pdf"], maxBytes: 5_000_000 })],
      artifact: { extension: "pdf", label: "PDF file", names: ["Contract 2026", "Payslip"] },
    },
  ),
  card(
    "msword-macro",
    "documents",
    "Word with macro",
    "MS Word Macro Document",
    "Alerts when its macro may run",
    "Allowing its macro raises an alert",
    {
      artifact: { extension: "docm", label: "Word file with macro", names: ["Letter"] },
    },
  ),
  card(
    "msexcel-macro",
    "documents",
    "Excel with macro",
    "MS Excel Macro Document",
    "Alerts when its macro may run",
    "Allowing its macro raises an alert",
    {
      artifact: { extension: "xlsm", label: "Excel file with macro", names: ["Old budget"] },
    },
  ),
  card(
    "windows-dir",
    "documents",
    "Windows folder",
    "Windows Folder",
    "Alerts when someone looks into it",
    "Opening the folder raises an alert",
    {
      artifact: { extension: "zip", label: "Folder in a ZIP file", names: ["My Documents"] },
    },
  ),
  card("http", "links", "Web link", "Web Bug", "Alerts when it is visited", "Visiting the link raises an alert", {
    goodStart: true,
    search: ["url", "mail"],
    fields: [
      field({
        name: "browser_scanner_enabled",
        label: "Ask the visitor’s browser for more",
        type: "switch",
        default: "true",
        hint: "The alert then says more about the visitor.",
      }),
    ],
    advice: link,
  }),
  card("qr-code", "links", "QR code", "QR Code", "Alerts when it is scanned", "Scanning the code raises an alert", {
    goodStart: true,
    search: ["printer", "print", "cupboard"],
    artifact: { extension: "png", label: "Picture", names: ["QR code"] },
    advice: code,
  }),
  card(
    "web-image",
    "links",
    "Web image",
    "Custom Web Image",
    "Alerts when your picture is loaded",
    "Loading the picture raises an alert",
    {
      search: ["picture", "intranet"],
      fields: [
        field({
          name: "web_image",
          label: "Picture",
          type: "file",
          required: true,
          accept: ["jpg", "jpeg", "png"],
          maxBytes: 1_048_576,
          hint: "A JPEG or PNG picture that suits its page.",
        }),
      ],
      advice: link,
    },
  ),
  card(
    "cloned-web",
    "links",
    "Cloned website",
    "Cloned Website",
    "Alerts when your page is copied elsewhere",
    "A copy of your page raises an alert when visited",
    {
      fields: [
        field({
          name: "cloned_web",
          label: "Your website",
          type: "domain",
          required: true,
          placeholder: "portal.example.org",
          hint: "The name alone, without https.",
        }),
      ],
    },
  ),
  card(
    "fast-redirect",
    "links",
    "Fast redirect",
    "Fast Redirect",
    "Alerts, then leads on to another page",
    "Visiting the link raises an alert",
    {
      fields: [
        field({
          name: "browser_redirect_url",
          label: "Page to lead on to",
          type: "url",
          required: true,
          placeholder: "https://",
        }),
      ],
      advice: link,
    },
  ),
  card(
    "slow-redirect",
    "links",
    "Slow redirect",
    "Slow Redirect",
    "Alerts with more about the browser, then leads on",
    "Visiting the link raises an alert",
    {
      fields: [
        field({
          name: "browser_redirect_url",
          label: "Page to lead on to",
          type: "url",
          required: true,
          placeholder: "https://",
        }),
      ],
      advice: link,
    },
  ),
  card(
    "aws-id",
    "keys",
    "AWS key",
    "AWS API Key",
    "Alerts when someone tries the key",
    "Using the key raises an alert",
    {
      goodStart: true,
      search: ["amazon", "laptop", "credentials"],
      fields: [
        field({ name: "aws_id_username", label: "User name of the key", placeholder: "backup-admin" }),
        field({
          name: "expiry",
          label: "Key works for",
          type: "duration",
          placeholder: "6mo",
          hint: "After that time your Console takes the key back, and it raises no alerts any more.",
        }),
        skip,
        customDomain,
      ],
      artifact: { extension: "txt", label: "Text file", names: ["credentials"] },
    },
  ),
  card(
    "slack-api",
    "keys",
    "Slack key",
    "Slack API Key",
    "Alerts when someone tries the key",
    "Using the key raises an alert",
  ),
  card(
    "credit-card",
    "keys",
    "Credit card",
    "Credit Card",
    "Alerts when someone charges it",
    "Charging the card raises an alert",
    notOffered,
  ),
  card(
    "active-directory-login",
    "keys",
    "Windows login",
    "Active Directory Login",
    "Decoy accounts in your Windows domain",
    "Logging in with a decoy account raises an alert",
    {
      search: ["account"],
      fields: [
        field({
          name: "tokened_usernames",
          label: "Names of the decoy accounts",
          type: "names",
          required: true,
          placeholder: "svc-backup, old.admin",
          hint: "With commas between them, or each on a line of its own. Never list the accounts of real people.",
        }),
        customDomain,
      ],
      advice: {
        place: [
          "Ask your Windows administrator to set aside accounts that nobody uses.",
          "Enter their names here, then follow the setup that your Console shows.",
        ],
        places: [
          to(
            "administrator",
            "Please set aside accounts in the domain that nobody uses, with believable names and a long random password.",
            "Tell us their login names. No account of a real person must be among them.",
          ),
        ],
        test: ["Ask the administrator to log in once with a decoy account."],
        notes: ["Never list accounts of real people: each login would raise an alert."],
      },
    },
  ),
  card(
    "idp-app",
    "keys",
    "Sign-on tile",
    "IdP App",
    "A decoy among your single sign-on apps",
    "Opening the decoy app raises an alert",
    {
      fields: [
        field({
          name: "idp_app_type",
          label: "It looks like",
          type: "select",
          hint: "Choose an app that would tempt someone, and that you do not really use.",
          options: [
            { value: "aws", label: "AWS" },
            { value: "sap", label: "SAP" },
            { value: "zoom", label: "Zoom" },
          ],
        }),
        customDomain,
      ],
    },
  ),
  card(
    "aws-s3",
    "cloud",
    "S3 bucket",
    "AWS S3 Bucket",
    "Alerts when someone opens the bucket",
    "Reading the bucket raises an alert",
    {
      search: ["amazon", "storage"],
      fields: [
        field({
          name: "setup",
          label: "How to set it up",
          type: "select",
          required: true,
          default: "automatic",
          options: [
            { value: "automatic", label: "Let the Console do it" },
            { value: "manual", label: "By hand, with a script" },
          ],
        }),
        field({ name: "s3_source_bucket", label: "Bucket to watch", type: "bucket", required: true }),
        field({ name: "s3_log_bucket", label: "Bucket for its log", type: "bucket", required: true }),
        field({
          name: "aws_access_key",
          label: "AWS access key",
          type: "secret",
          required: true,
          secret: true,
          when: { field: "setup", equals: "automatic" },
        }),
        field({
          name: "aws_secret_key",
          label: "AWS secret key",
          type: "secret",
          required: true,
          secret: true,
          when: { field: "setup", equals: "automatic" },
        }),
        field({
          name: "aws_region",
          label: "AWS region",
          type: "region",
          required: true,
          options: regions,
          when: { field: "setup", equals: "automatic" },
        }),
      ],
    },
  ),
  card(
    "apeeper",
    "cloud",
    "EC2 metadata",
    "EC2 Meta-data Service",
    "Alerts when a server’s metadata is asked for",
    "Asking for the metadata raises an alert",
  ),
  card(
    "azure-entra-login",
    "cloud",
    "Microsoft sign-in page",
    "Azure Entra Login",
    "Notices copies of your sign-in page",
    "Opening a copy raises an alert",
    {
      fields: [
        field({
          name: "expected_referrer",
          label: "Where the real page is",
          type: "domain",
          default: "login.microsoftonline.com",
        }),
      ],
    },
  ),
  card(
    "azure-id",
    "cloud",
    "Azure login",
    "Azure Login Certificate and Config",
    "Alerts when someone signs in with it",
    "Using the certificate raises an alert",
    {
      fields: [
        field({
          name: "azure_id_cert_file_name",
          label: "Name of the certificate",
          required: true,
          placeholder: "prod.pem",
        }),
      ],
      artifact: { extension: "zip", label: "Certificate in a ZIP file", names: ["azure-prod"] },
    },
  ),
  card("dns", "network", "Host name", "DNS", "Alerts when it is looked up", "Looking up the name raises an alert", {
    search: ["dns", "server"],
  }),
  card(
    "wireguard",
    "network",
    "WireGuard VPN",
    "WireGuard VPN",
    "Alerts when someone connects with it",
    "Connecting raises an alert",
    {
      artifact: { extension: "conf", label: "VPN profile", names: ["office-vpn"] },
    },
  ),
  card(
    "mysql-dump",
    "network",
    "Database backup",
    "MySQL Dump File",
    "Alerts when it is loaded",
    "Loading the backup raises an alert",
    {
      artifact: { extension: "sql.gz", label: "Database backup", names: ["backup-2026-10"] },
    },
  ),
  card("pwa", "network", "Phone app", "Fake App", "A decoy app on a phone", "Opening the app raises an alert", {
    fields: [
      field({ name: "pwa_app_name", label: "Name of the app", placeholder: "Mail", hint: "Keep it under 30 letters." }),
      field({
        name: "pwa_icon",
        label: "Icon",
        placeholder: "whatsapp",
        hint: "The app that it looks like. These are suggestions: your Console may know others.",
        options: [
          { value: "boa", label: "Bank of America" },
          { value: "paypal", label: "PayPal" },
          { value: "whatsapp", label: "WhatsApp" },
        ],
      }),
      customDomain,
    ],
  }),
  card(
    "office365mail",
    "mail",
    "Office 365 mail",
    "Office 365 Mail Bug",
    "Alerts when someone reads it",
    "Reading the mail raises an alert",
    {
      offered: false,
      elsewhere: true,
      reason: "Set up in your Console, by a Microsoft administrator",
    },
  ),
  card(
    "sql",
    "retired",
    "SQL Server",
    "SQL Server",
    "Alerts when a table is read or changed",
    "Touching the table raises an alert",
    notOffered,
  ),
  card(
    "svn",
    "retired",
    "SVN repository",
    "SVN Repo",
    "Alerts when it is checked out",
    "Checking it out raises an alert",
    notOffered,
  ),
];

/** @type {Map<string, KindCard>} */
export const byKind = new Map(kinds.map((one) => [one.kind, one]));
