import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Invitation } from '@/lib/rendez-vous/schema-invitation'
import { ZONE } from '@/lib/socle/temps'

type Adresse = { nom: string; courriel: string }

type Cadre = {
  /** What it is, in a calendar: a reference or a theme, never a person. */
  titre: string
  /** Absolute address of its page in the portal. */
  url: string
  organisateur: Adresse
  lecteur: Adresse
}

// The hours of Paris as Outlook wants them: the rule of the European Union, in force since 1996.
const FUSEAU = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  `X-LIC-LOCATION:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

// Not a `Date`, which would be written in the zone of the machine.
const aParis = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE)

/** Stable over the life of a rendez-vous: it is by this that a calendar updates its entry, and removes it. */
function uidDe(id: string, url: string): string {
  return `${id}@${new URL(url).hostname}`
}

/**
 * A rendez-vous for a calendar (RFC 5545, 5546): REQUEST adds it or updates it, CANCEL removes it. `publication`: a file that someone
 * downloads and adds by hand, which asks for no answer.
 */
export function formerInvitation(
  { id, sequence, methode, debutLe, finLe, le, lieu }: Omit<Invitation, 'mode'>,
  { titre, url, organisateur, lecteur }: Cadre,
  { publication = false }: { publication?: boolean } = {},
): string {
  const annule = methode === 'CANCEL'
  const calendrier = ical({
    prodId: { company: 'Espace Partenaires', product: 'Rendez-vous', language: 'FR' },
    method: publication ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod[methode],
    // Without a name the dates of the calendar stay in UTC, as DTSTAMP must be; the zone is that of the event.
    timezone: { name: null, generator: () => FUSEAU },
  })
  const evenement = calendrier.createEvent({
    id: uidDe(id, url),
    sequence,
    stamp: new Date(le),
    start: aParis(debutLe),
    end: aParis(finLe),
    timezone: ZONE,
    summary: titre,
    location: lieu,
    url,
    status: annule ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organisateur.nom, email: organisateur.courriel },
  })
  if (!publication)
    evenement.createAttendee({
      name: lecteur.nom || lecteur.courriel,
      email: lecteur.courriel,
      rsvp: false,
      status: ICalAttendeeStatus.ACCEPTED,
    })
  return calendrier.toString()
}

/** «Espace Partenaires <avis@portail.fr>», or an address alone. */
export function lireExpediteur(texte = ''): Adresse {
  const lu = /^\s*"?(.*?)"?\s*<([^>]+)>\s*$/.exec(texte)
  return lu
    ? { nom: lu[1] || 'Espace Partenaires', courriel: lu[2] ?? '' }
    : { nom: 'Espace Partenaires', courriel: texte.trim() }
}
