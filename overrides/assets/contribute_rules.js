// Until the words of dates come: dates as they are typed.
export const whenLines = (entry) => [entry.start ?? entry.period?.start].filter(Boolean);
export const priceLine = (entry) => (typeof entry.price === "string" ? entry.price : "");
