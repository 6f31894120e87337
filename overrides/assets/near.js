// Where the visitor is, asked on a click only, and how far places are: worked out here, sent nowhere, kept nowhere.

const EARTH = 6371e3;

export function locate() {
  return new Promise((resolve, reject) => {
    const found = ({ coords }) => resolve([coords.latitude, coords.longitude]);
    navigator.geolocation.getCurrentPosition(found, reject, { maximumAge: 6e5, timeout: 2e4 });
  });
}

// Metres between two points [latitude, longitude], as the crow flies (haversine).
export function distance([latitude, longitude], [otherLatitude, otherLongitude]) {
  const radians = (degrees) => (degrees * Math.PI) / 180, half = (from, to) => Math.sin(radians(to - from) / 2) ** 2;
  const share = Math.cos(radians(latitude)) * Math.cos(radians(otherLatitude)) * half(longitude, otherLongitude);
  return 2 * EARTH * Math.asin(Math.sqrt(half(latitude, otherLatitude) + share));
}

// `350 m`, `1,2 km`.
export function distanceWords(metres, language) {
  const [value, unit, digits] = metres < 950 ? [Math.round(metres / 50) * 50 || 50, "meter", 0] : [metres / 1000, "kilometer", 1];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits }).format(value);
}
