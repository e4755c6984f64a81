import { z } from 'zod'
import { Bouton, Cadre, Discret, Texte, Titre } from '@/lib/notifications/modeles/cadre'
import { pluriel } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

/** References and what happened, never about whom: as strict as the mails it stands for. */
export const resume = z.strictObject({
  prenom: z.string().max(100).optional(),
  demandes: z
    .array(
      z.strictObject({
        reference: z.string().max(20),
        lien: z.string().regex(/^\/(?!\/)\S*$/),
        faits: z.array(z.string().max(200)).min(1),
      }),
    )
    .default([]),
  /** What is new besides demandes: what it is about, where it is read, what happened. */
  annonces: z
    .array(
      z.strictObject({
        libelle: z.string().max(200),
        lien: z.string().regex(/^\/(?!\/)\S*$/),
        faits: z.array(z.string().max(200)).min(1),
      }),
    )
    .default([]),
  /** Demandes beyond those listed. */
  autres: z.number().int().default(0),
})

export type DonneesResume = z.output<typeof resume>

/** Listed at most: beyond, the portal shows them. */
export const DEMANDES_LISTEES = 40

export const objetDuResume = ({ demandes = [], autres = 0 }: z.input<typeof resume>) =>
  demandes.length === 0
    ? 'Espace Partenaires\u00a0: du nouveau dans le portail'
    : `Espace Partenaires\u00a0: du nouveau sur ${pluriel(demandes.length + autres, 'demande')}`

/** What several mails would have said, in one. */
export function CourrielResume({
  objet,
  adresse,
  donnees,
}: {
  objet: string
  adresse: string
  donnees: DonneesResume
}) {
  return (
    <Cadre titre={objet} adresse={adresse}>
      <Titre>{donnees.demandes.length > 0 ? 'Du nouveau sur vos demandes' : 'Du nouveau dans le portail'}</Titre>
      <Texte>Bonjour{donnees.prenom ? ` ${donnees.prenom}` : ''},</Texte>
      <Texte>Voici ce qui s’est passé depuis le dernier résumé.</Texte>
      <ul style={{ margin: '0 0 20px', paddingLeft: 20, fontSize: 17, lineHeight: 1.5, color: '#152238' }}>
        {donnees.demandes.map(({ reference, lien, faits }) => (
          <li key={reference} style={{ marginBottom: 8 }}>
            <a href={new URL(lien, adresse).href} style={{ color: '#0c419a' }}>
              Demande {reference}
            </a>
            {'\u00a0'}: {faits.join('\u202f; ')}
          </li>
        ))}
        {donnees.annonces.map(({ libelle, lien, faits }) => (
          <li key={lien} style={{ marginBottom: 8 }}>
            <a href={new URL(lien, adresse).href} style={{ color: '#0c419a' }}>
              {libelle}
            </a>
            {'\u00a0'}: {faits.join('\u202f; ')}
          </li>
        ))}
      </ul>
      {donnees.autres > 0 && (
        <Texte>
          {majuscule(`${pluriel(donnees.autres, 'autre demande', 'autres demandes')} sont dans le portail.`)}
        </Texte>
      )}
      <Bouton href={adresse}>Ouvrir le portail</Bouton>
      <Discret>
        Vous avez choisi de recevoir ces courriels groupés. Pour changer{'\u00a0'}:{' '}
        <a href={`${adresse}/compte#preferences`} style={{ color: '#0c419a' }}>
          vos préférences
        </a>
        .
      </Discret>
    </Cadre>
  )
}
