/**
 * Words of the help that each screen has.
 * @module
 */

export const help = {
  button: "Help",
  title: (/** @type {string} */ screen) => `Help: ${screen}`,
  does: "What you do here",
  stuck: "When you are stuck",
  introduction: "Introduction",
  keys: "List of keys",

  screens: {
    connect: {
      name: "connecting",
      what: "Your Canary Console watches; Nestbox is the window through which you work with it. Here you say where your Console is, and give its API key.",
      does: [
        ["Write the address", "of any page of your Console, such as abc123.canary.tools."],
        ["Paste the API key", "from the page Settings of your Console. One of the kind Canarytoken Deploy is enough."],
        ["Or open canarytools.config", "if somebody gave you that file: it holds both."],
        ["Try the practice Console", "to look around first. It touches nothing real."],
      ],
      stuck: [
        "No address, no key? Whoever looks after your Console has both.",
        "The key is refused? See that all of it is there, and ask whether it was withdrawn.",
        "No connection? Open your Console in a browser. If that fails too, ask whoever looks after your network.",
      ],
    },
    list: {
      name: "your Canarytokens",
      what: "All Canarytokens of your Console, as far as your API key may see them. Each is a decoy that nobody has a reason to touch; when somebody does, your Console sends an alert.",
      does: [
        ["Make one", "with “New Canarytoken”. The arrow beside it makes many at once."],
        ["Find one", "by any word of its reminder, kind, link or name. Filters narrow the list."],
        ["Open one", "by a click or Enter. The panel shows everything about it."],
        ["Select several", "by their ticks, or with Space and Shift, to switch, move, save, export or delete them."],
        ["Sort", "by a click on the heading of a column."],
      ],
      stuck: [
        "One is missing? Take the filters away, then refresh the list: colleagues may have made or deleted some.",
        "A button is missing? Your API key may not do that. Ask for one that may.",
      ],
    },
    one: {
      name: "one Canarytoken",
      what: "The panel shows one Canarytoken: where it is, whether it is on, what to put in its place and how.",
      does: [
        ["Change its reminder", "with the pen. An alert shows these words: say where it is and whom to ask."],
        ["Turn it off", "when its alerts mean nothing for a while. You can turn it on again."],
        ["Save or copy", "its file, link or keys, and place them as the steps say."],
        [
          "Drag a saved file",
          "from its message into a folder or a mail. “Show in folder” leads to it without a mouse.",
        ],
        ["Test it", "and wait for the alert, so that you know it works."],
        ["Delete it", "when it is no longer in its place. That can’t be undone."],
      ],
      stuck: [
        "It stays silent? A preview does not open a document. Open it as somebody would who found it.",
        "It has alerts? “See on Console” shows who touched it, and when.",
      ],
    },
    create: {
      name: "a new Canarytoken",
      what: "Five short steps make a decoy: what it is, its details, where it will go, a last look, and how to place it.",
      does: [
        ["Choose a kind", "that fits the place. A Word document for a shared folder is a good first one."],
        ["Fill in its details.", "Most kinds need few, some none."],
        ["Say where it will go", "and who looks after it. Whoever gets an alert reads that."],
        ["Check, and make it.", "Nothing is made before."],
        ["Place it", "as the last step says, then test it. A saved file can be dragged into its folder or a mail."],
      ],
      stuck: [
        "A kind is missing? Your Console does not offer it, or only on its own pages.",
        "No idea where to put it? Think of what somebody would open who should not be there: passwords, salaries, plans.",
        "You can go back at any time. What you filled in stays.",
      ],
    },
    many: {
      name: "many at once",
      what: "Makes a Canarytoken for each row of a spreadsheet, or for each name of a list. You see every row before anything is made.",
      does: [
        ["Bring the rows:", "choose a spreadsheet, or paste a list of names. A template has the right columns."],
        ["Mend what is marked", "in the table. Each row says what is wrong with it."],
        ["Choose a folder", "if there are files to save."],
        ["Make them.", "You can pause and cancel; what is made stays."],
        ["Keep the result", "as a sheet, or print it for whoever places them."],
      ],
      stuck: [
        "A row needs attention? Its result says why. Mend it and try again: nothing is made twice.",
        "Nestbox was closed in the middle? Come back here, and it offers to go on.",
      ],
    },
    settings: {
      name: "settings",
      what: "Your Consoles, how Nestbox looks and speaks, and what it keeps on this computer.",
      does: [
        ["Look after your Consoles:", "add, rename or switch them, or give one a new API key."],
        ["Choose", "colours, text size and language. The window follows at once."],
        ["Be told of new alerts", "while Nestbox is open."],
        ["Be told of newer versions", "of Nestbox, if it came from a place that tells of them."],
        ["Choose the folder", "in which saved files go first."],
        ["Sign out", "of one Console, or remove everything from this computer."],
      ],
      stuck: [
        "Somebody helps you? “Copy diagnostics” shows what they need, without API keys and reminders.",
        "API keys are in the password store of your system, and nowhere else.",
      ],
    },
    factories: {
      name: "factories",
      what: "A factory lets a script or another person make Canarytokens in one flock, without your API key. Most people never need one.",
      does: [
        ["Make a factory", "for one flock. Its reminder says who uses it."],
        ["Share it", "by its link for people or its code for scripts, in a way you trust."],
        ["Delete it", "when nobody needs it, or its code got into wrong hands. What it made stays."],
      ],
      stuck: ["The link is not known? Your Console told it only once. Make a new factory to get a new link."],
    },
  },
};
