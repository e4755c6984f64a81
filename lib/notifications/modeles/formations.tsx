import { z } from 'zod'
import { La, la } from '@/lib/notifications/modeles/avis/commun'
import { Bouton, Cadre, Discret, Texte, Titre } from '@/lib/notifications/modeles/cadre'
import { invitationSchema } from '@/lib/rendez-vous/schema-invitation'
import { majuscule } from '@/lib/socle/francais'

/** What calendars are told of a session: as of a rendez-vous, but for how it is held. */
export const calendrierSchema = invitationSchema.omit({ mode: true })

/** All that a mail about a training session may know: the session, never who takes part nor the address to connect to. */
export const formation = z.strictObject({
  id: z.uuid(),
  theme: z.string().max(120),
  /** «jeudi 12 mars 2026, de 9 h 00 à 12 h 00» */
  quand: z.string().max(120),
  ou: z.string().max(300),
  caisse: z.string().max(200),
  prenom: z.string().max(100).optional(),
  calendrier: calendrierSchema.optional(),
})

export type DonneesFormation = z.output<typeof formation>

type Mots = { objet: string; corps: (donnees: DonneesFormation) => string[]; bouton: string; groupable?: boolean }

const agenda = 'Le fichier joint ajoute la session à votre agenda.'

/** Each mail; `groupable`: it follows the frequency its reader has chosen, the others can't wait. */
const mots = {
  formation_ouverte: {
    objet: 'une session vous est ouverte',
    corps: (d) => [
      `${La(d.caisse)} vous propose cette session. Les places sont données dans l’ordre des inscriptions.`,
    ],
    bouton: 'Voir la session et s’inscrire',
    groupable: true,
  },
  formation_inscrite: {
    objet: 'votre inscription est enregistrée',
    corps: () => [
      'Votre place à cette session est réservée.',
      agenda,
      'Si vous ne pouvez pas venir, désinscrivez-vous dans le portail\u00A0: votre place servira à quelqu’un d’autre.',
    ],
    bouton: 'Voir la session',
  },
  formation_attente: {
    objet: 'vous êtes en liste d’attente',
    corps: () => [
      'La session est complète\u00A0: vous êtes en liste d’attente.',
      'Dès qu’une place se libère, elle est donnée à la première personne qui attend, et un courriel la prévient.',
    ],
    bouton: 'Voir la session',
  },
  formation_place: {
    objet: 'une place se libère pour vous',
    corps: () => [
      'Une place s’est libérée\u00A0: elle est à vous.',
      agenda,
      'Si vous ne pouvez plus venir, désinscrivez-vous dans le portail\u00A0: la place ira à la personne suivante.',
    ],
    bouton: 'Voir la session',
  },
  formation_retiree: {
    objet: 'votre inscription est retirée',
    corps: () => ['Votre inscription à cette session est retirée. Le fichier joint l’enlève de votre agenda.'],
    bouton: 'Voir les sessions',
  },
  formation_deplacee: {
    objet: 'une session change',
    corps: (d) => [
      `${La(d.caisse)} a changé le jour, l’heure ou le lieu de cette session.`,
      d.calendrier
        ? 'Votre inscription tient. Le fichier joint met votre agenda à jour. Si vous ne pouvez plus venir, désinscrivez-vous dans le portail.'
        : 'Vous restez en liste d’attente.',
    ],
    bouton: 'Voir la session',
  },
  formation_annulee: {
    objet: 'une session est annulée',
    corps: (d) => [
      `${La(d.caisse)} annule cette session. La raison se lit dans le portail.`,
      ...(d.calendrier ? ['Le fichier joint l’enlève de votre agenda.'] : []),
    ],
    bouton: 'Lire pourquoi',
  },
  formation_rappel: {
    objet: 'rappel d’une session',
    corps: (d) => [
      `Votre place à cette session de ${la(d.caisse)} est réservée.`,
      'Si vous ne pouvez plus venir, désinscrivez-vous dans le portail\u00A0: la place ira à quelqu’un d’autre.',
    ],
    bouton: 'Voir la session',
  },
  formation_attestation: {
    objet: 'votre attestation de participation est prête',
    corps: () => ['Vous avez suivi cette session. Votre attestation est dans le portail.'],
    bouton: 'Ouvrir mon attestation',
    groupable: true,
  },
} satisfies Record<string, Mots>

export type ModeleFormation = keyof typeof mots

export const modelesFormation = Object.fromEntries(Object.keys(mots).map((nom) => [nom, formation])) as Record<
  ModeleFormation,
  typeof formation
>

export const estModeleFormation = (nom: string): nom is ModeleFormation => Object.hasOwn(mots, nom)

export const formationGroupable = (modele: ModeleFormation): boolean => 'groupable' in mots[modele]

/** What happened, in the middle of a sentence. */
export const motsDeLaFormation = (modele: ModeleFormation): string => mots[modele].objet

/** Read over a shoulder: it names nobody, and no session. */
export const objetFormation = (modele: ModeleFormation): string => `Formation\u00A0: ${mots[modele].objet}`

export const cheminDeLaFormation = ({ id }: Pick<DonneesFormation, 'id'>): string => `/formations/${id}`

export function CourrielFormation({
  modele,
  objet,
  adresse,
  donnees,
}: {
  modele: ModeleFormation
  objet: string
  adresse: string
  donnees: DonneesFormation
}) {
  const { corps, bouton, objet: titre, ...reste }: Mots = mots[modele]
  return (
    <Cadre titre={objet} adresse={adresse}>
      <Titre>{majuscule(titre)}</Titre>
      <Texte>Bonjour{donnees.prenom ? ` ${donnees.prenom}` : ''},</Texte>
      <Texte>
        {donnees.theme}
        <br />
        {majuscule(donnees.quand)}
        <br />
        {donnees.ou}
      </Texte>
      {corps(donnees).map((paragraphe) => (
        <Texte key={paragraphe}>{paragraphe}</Texte>
      ))}
      <Bouton href={new URL(cheminDeLaFormation(donnees), adresse).href}>{bouton}</Bouton>
      {reste.groupable && (
        <Discret>
          Pour recevoir ces courriels groupés, ou ne plus les recevoir{'\u00A0'}:{' '}
          <a href={`${adresse}/compte#preferences`} style={{ color: '#0c419a' }}>
            vos préférences
          </a>
          .
        </Discret>
      )}
    </Cadre>
  )
}
