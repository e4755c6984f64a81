import { EtatCompte } from '@/components/comptes/etat-compte'
import { LienBouton } from '@/components/ui/bouton'
import { UserPlus } from '@/components/ui/icones'
import type { CompteDeFiche, FichePartenaire } from '@/lib/partenaires/queries-fiche'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

/** Gestionnaires then techniciens. Hidden while the convention of the caisse is a draft. */
export function ComptesFiche({ fiche }: { fiche: FichePartenaire }) {
  if (!fiche.comptesVisibles) return null
  const gestionnaires = fiche.comptes.filter(({ profil }) => profil === 'gestionnaire')
  const techniciens = fiche.comptes.filter(({ profil }) => profil === 'technicien')
  const [structure, ...reste] = fiche.structures
  return (
    <>
      <section id="gestionnaires" aria-labelledby="titre-gestionnaires" className="mt-9">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Titre id="titre-gestionnaires" mots="Gestionnaires" comptes={gestionnaires} />
          {structure && reste.length === 0 && fiche.situation.part.vivante && (
            <LienBouton
              aspect="secondaire"
              dense
              icone={<UserPlus />}
              href={`/caisse/partenaires/${fiche.id}/gestionnaires/nouveau?structure=${structure.id}`}
            >
              Ajouter un gestionnaire
            </LienBouton>
          )}
        </div>
        {gestionnaires.length > 0 ? (
          <Comptes legende="Gestionnaires" fiche={fiche} comptes={gestionnaires} />
        ) : (
          <p className="border-y border-filet-2 py-5 text-encre-2">
            Aucun gestionnaire : personne ne peut encore créer de compte de technicien pour ce partenaire.
          </p>
        )}
      </section>
      <section id="techniciens" aria-labelledby="titre-techniciens" className="mt-9">
        <Titre id="titre-techniciens" mots="Techniciens" comptes={techniciens} />
        {techniciens.length > 0 ? (
          <Comptes legende="Techniciens" fiche={fiche} comptes={techniciens} />
        ) : (
          <p className="mt-2 border-y border-filet-2 py-5 text-encre-2">
            Aucun technicien. Les gestionnaires du partenaire créent leurs comptes.
          </p>
        )}
      </section>
    </>
  )
}

function Titre({ id, mots, comptes }: { id: string; mots: string; comptes: CompteDeFiche[] }) {
  const actifs = comptes.filter(({ etat }) => etat === 'actif').length
  return (
    <h2 id={id}>
      {mots}{' '}
      <span className="text-15 font-normal text-encre-2">{pluriel(actifs, 'compte actif', 'comptes actifs')}</span>
    </h2>
  )
}

function Comptes({ legende, fiche, comptes }: { legende: string; fiche: FichePartenaire; comptes: CompteDeFiche[] }) {
  const avecStructure = fiche.structures.length > 1
  const nomStructure = (id: string | null) => fiche.structures.find((structure) => structure.id === id)?.nom
  return (
    <table role="table" className="tableau tableau--aere mt-2 max-bureau:block">
      <caption className="sr-only">{legende}</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader">Nom</th>
          <th role="columnheader">Identifiant</th>
          {avecStructure && <th role="columnheader">Structure</th>}
          <th role="columnheader">Compte</th>
          <th role="columnheader">Dernière connexion</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {comptes.map((compte) => (
          <tr
            key={compte.id}
            role="row"
            className="max-bureau:flex max-bureau:flex-wrap max-bureau:items-baseline max-bureau:gap-x-3 max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
          >
            <th role="rowheader" className={`${cellule} max-bureau:w-full`}>
              <a
                href={`/caisse/partenaires/${fiche.id}/comptes/${compte.id}`}
                className="inline-block min-h-6 bureau:whitespace-nowrap"
              >
                {nomComplet(compte)}
              </a>
              <span className="block text-14 font-normal text-encre-2">{compte.fonction}</span>
            </th>
            <td role="cell" className={`${cellule} max-bureau:w-full`}>
              {compte.identifiant}
              <Courriel adresse={compte.courriel} />
            </td>
            {avecStructure && (
              <td role="cell" className={`${cellule} max-bureau:w-full`}>
                {nomStructure(compte.structureId)}
              </td>
            )}
            <td role="cell" className={cellule}>
              <EtatCompte etat={compte.etat} refusee={compte.invitation?.etat === 'refusee'} />
              <Precision compte={compte} />
            </td>
            <td role="cell" className={`${cellule} max-bureau:text-encre-2`}>
              <span className="bureau:hidden">dernière connexion : </span>
              {compte.connecteLe ? dateAvecAnnee(dateAParis(compte.connecteLe)) : 'jamais'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** An address is cut after its @, before any other place. */
function Courriel({ adresse }: { adresse: string }) {
  const [nom, domaine] = adresse.split('@')
  return (
    <span className="block text-14 wrap-break-word text-encre-2">
      {nom}@<wbr />
      {domaine}
    </span>
  )
}

/** What the state does not say: since when, until when. */
function Precision({ compte }: { compte: CompteDeFiche }) {
  const prevue = jourDe(compte.inactivationPrevueLe)
  const mots = prevue
    ? `inactivation prévue le ${dateAvecAnnee(prevue)}`
    : compte.etat === 'attente_activation'
      ? `invité le ${dateAvecAnnee(dateAParis(compte.invitation?.le ?? compte.creeLe))}`
      : compte.etat === 'inactif' && compte.inactiveLe
        ? `depuis le ${dateAvecAnnee(dateAParis(compte.inactiveLe))}`
        : null
  return mots && <span className="mt-1 block text-14 text-encre-2">{mots}</span>
}
