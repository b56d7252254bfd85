const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString()

/** When something was saved, as short as it can be told: the time today, the day before. */
export function whenText(time: number, now: number, language = 'en'): string {
  const [then, today] = [new Date(time), new Date(now)]
  const clock = then.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false })
  if (sameDay(then, today)) return `today ${clock}`
  const yesterday = new Date(now)
  yesterday.setDate(today.getDate() - 1)
  if (sameDay(then, yesterday)) return `yesterday ${clock}`
  const day = then.toLocaleDateString(language, { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day} ${clock}`
}
