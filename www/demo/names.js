// What the newsroom of the demo knows of its own articles: their places and clubs are invented, and no model can know them.

/** The names of each article, as `lexicon` takes them. */
export const names = {
  "strait": [
    { "name": "Sarvia", "type": "place" },
    { "name": "Tolmark", "type": "place" }
  ],
  "mill": [
    { "name": "Brightwater Foods Inc.", "type": "organization", "aliases": ["Brightwater"] },
    { "name": "Food and Allied Workers Union", "type": "organization" },
    { "name": "Marlow Capital", "type": "organization" },
    { "name": "Kessing", "type": "place", "aliases": ["KESSING"] }
  ],
  "final": [
    { "name": "Harrow Vale Rovers", "type": "organization", "aliases": ["Rovers"] },
    { "name": "Castlemere City", "type": "organization", "aliases": ["Castlemere"] },
    { "name": "Union Athletic", "type": "organization" },
    { "name": "Port Ellery", "type": "organization" }
  ],
  "lake": [
    { "name": "University of Ostrander", "type": "organization", "aliases": ["Ostrander"] },
    { "name": "Lake Vessen", "type": "place", "aliases": ["Vessen"] }
  ],
  "library": [
    { "name": "Fern Street Library", "type": "organization", "aliases": ["Fern Street"] },
    { "name": "Friends of Millbrook Libraries", "type": "organization" },
    { "name": "Millbrook Town Council", "type": "organization" },
    { "name": "Oakline Homes", "type": "organization" }
  ]
};
