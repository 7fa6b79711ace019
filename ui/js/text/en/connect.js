/**
 * The words of the Connect screen.
 * @module
 */

export const connect = {
  title: "Connect to your Console",
  titleAdd: "Add a Console",
  titleAgain: (/** @type {string} */ label) => `Connect to ${label}`,
  lead: "Then you can make and look after Canarytokens.",
  leadAdd: "The Consoles you already have stay as they are.",
  leadAgain: "Nestbox needs its API key once more.",
  leadNewKey: "The new API key takes the place of the one Nestbox has.",
  back: "Back",

  address: "Console address",
  addressPlaceholder: "abc123.canary.tools",
  addressHint: "Any page address of your Console will do.",
  addressMissing: "Write the address of your Console, for example abc123.canary.tools",

  key: "API key",
  keyHint: /** @type {const} */ ([
    "A ",
    "Canarytoken Deploy",
    " key is enough to make Canarytokens, and the safest to hand out.",
  ]),
  keyMissing: "Write or paste your API key",
  keyRefused: "Check that all of it is there. If it was withdrawn, ask for a new one.",
  keyFromFile: (/** @type {string} */ name) => `From ${name}`,
  keyFromFileHint: "It was read from the file and is not shown here.",
  keyTypeInstead: "Type it instead",

  remember: "Remember on this computer",
  rememberHint: "Kept in the password store of your system",
  submit: "Connect",
  connecting: "Connecting. This can take a few seconds.",
  cancel: "Cancel",
  thisTimeOnly: "Go on without remembering",

  or: "or",
  drop: "Drop your configuration file here",
  dropHint: "It is called canarytools.config",
  dropNow: "Let go to read the file",
  open: "Open…",
  fileRead: (/** @type {string} */ name) => `${name} was read. Check the address, then connect.`,

  advanced: "Advanced",
  otherHost: "My Console has an address outside canary.tools",
  otherHostHint: "Leave this off unless the person who looks after your Console told you so.",
  otherHostWarningTitle: (/** @type {string} */ host) =>
    host ? `Your API key goes to ${host}` : "Your API key goes to that address",
  otherHostWarning:
    "Whoever runs it can then do everything the key allows. Leave this on only if you are sure that it is your Console.",
  otherHostNeeded: "This address is outside canary.tools. Check it, or allow it under Advanced.",

  where: "Where do I find these?",
  drawing:
    "Drawing of the Console: the address is in the address bar of the browser, the API key is on the page Settings, Canary Console API",
  drawingAddress: "abc123.canary.tools",
  drawingPage: "/settings",
  drawingMenu: ["Canaries", "Canarytokens", "Alerts", "Settings"],
  drawingHeading: "Canary Console API",
  drawingDeploy: "Canarytoken Deploy",
  drawingReadOnly: "Read only",
  drawingDots: "••••••••••••••••",
  stepAddress: ["The address", " is at the top of your browser when you are signed in to the Console."],
  stepKey: [
    "The API key",
    " is on the page Settings, under Canary Console API. Can’t see it? Ask the person who looks after your Console.",
  ],

  practiceTitle: "Just looking around?",
  practice: "The practice Console has sample Canarytokens and touches nothing real.",
  practiceTry: "Try it",

  known: "Consoles you have used",
  use: "Use it",
  useOf: (/** @type {string} */ label) => `Use it: ${label}`,

  leaveTitle: "Leave without connecting?",
  leaveText: "What you typed here is not kept.",
  leaveDo: "Leave",
  leaveStay: "Stay here",
};
