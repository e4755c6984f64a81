import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { RechercheCompte } from '@/components/incidents/recherche-compte'
import { Avis } from '@/components/ui/avis'
import { libellesProfil } from '@/lib/comptes/libelles'
import { actionSignaler } from '@/lib/incidents/actions'
import { aidesIncident, libellesIncident, typesIncident } from '@/lib/incidents/libelles'
import { type CompteSignalable, comptesSignalables } from '@/lib/incidents/queries'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { type Acteur, accueilDe, aDroit, nomComplet } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Signaler un usage frauduleux, une perte ou un vol'

export const metadata: Metadata = { title: TITRE }

export default async function Signaler({ searchParams }: PageProps<'/signaler'>) {
  const acteur = await exigerActeur('incident.signaler')
  const { q, compte } = await avecMots(acteur, await searchParams)
  const recherche = typeof q === 'string' ? q.slice(0, 100) : ''
  const designe = typeof compte === 'string' && /^[0-9a-f-]{36}$/.test(compte) ? compte : undefined
  const comptes = await comptesSignalables(acteur, { q: recherche, compte: designe })
  const referent = aDroit(acteur, 'partenaire.gerer')
  const types = typesIncident.filter((type) => type !== 'exclusion' || referent)
  return (
    <Cadre acteur={acteur} entree={accueilDe(acteur)}>
      <div className="max-w-160">
        <h1 className="mb-4">{TITRE}</h1>
        <p className="mb-6">{ceQuiSePasse(acteur)}</p>
        {acteur.profil === 'caisse' && <RechercheCompte q={recherche} trouves={comptes.length - 1} designe={designe} />}
        <Formulaire action={actionSignaler} titrePage={TITRE} cle={`signaler-${recherche}`}>
          <Radios
            name="type"
            label="Que s’est-il passé ?"
            options={types.map((type) => ({
              valeur: type,
              libelle: libellesIncident[type],
              aide: aidesIncident[type],
            }))}
          />
          <Radios
            name="compteId"
            label="De quel compte s’agit-il ?"
            valeur={designe}
            options={comptes.map((ligne) => ({
              valeur: ligne.id,
              libelle: ligne.id === acteur.compteId ? 'Mon compte' : nomComplet(ligne),
              aide: `${ligne.identifiant}, ${qualite(ligne)}`,
            }))}
          />
          <ChampTexteLong
            name="description"
            label="Ce que vous savez"
            lignes={4}
            aide={`Quand, et comment vous l’avez appris. Lu par la caisse seulement${referent ? ', sauf pour une exclusion : ce texte est alors le motif transmis' : ''}.`}
          />
          <Avis className="mb-6">
            Votre propre compte se ferme dès l’envoi : vous serez déconnecté. La caisse le rouvre quand tout est en
            ordre.
          </Avis>
          <div className="rangee-boutons">
            <BoutonEnvoi aspect="danger" enCours="Envoi du signalement…">
              Signaler ce compte
            </BoutonEnvoi>
            <a href={accueilDe(acteur)} className="inline-block min-h-6">
              Annuler
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}

function qualite({ profil, partenaire, structure }: CompteSignalable): string {
  const libelle = libellesProfil[profil as keyof typeof libellesProfil].toLowerCase()
  const lieu = structure && structure.nom !== partenaire?.nom ? `${partenaire?.nom}, ${structure.nom}` : partenaire?.nom
  return lieu ? `${libelle}, ${lieu}` : libelle
}

function ceQuiSePasse(acteur: Acteur): string {
  if (aDroit(acteur, 'partenaire.gerer'))
    return 'Le compte est inactivé tout de suite : ses pages ouvertes ne répondent plus. Le partenaire reçoit une attestation datée.'
  if (acteur.profil === 'gestionnaire')
    return 'Votre compte, ou celui d’un technicien de votre structure, est inactivé tout de suite. Pour un autre gestionnaire, la caisse est prévenue tout de suite et décide.'
  if (acteur.profil === 'technicien')
    return 'Votre compte est inactivé tout de suite. Pour celui d’un collègue, vos gestionnaires et la caisse sont prévenus tout de suite et peuvent le fermer en un geste.'
  return 'Votre compte est inactivé tout de suite. Pour un autre, les référents de votre caisse sont prévenus tout de suite et décident.'
}
