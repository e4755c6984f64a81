import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BadgeTicket } from '@/components/support/badge-ticket'
import { Echanges } from '@/components/support/echanges'
import { PreciserTicket, TraiterTicket } from '@/components/support/formulaires-ticket'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Resume } from '@/components/ui/resume'
import { libellesProfil } from '@/lib/comptes/libelles'
import { accueilDe, aDroit } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { libellesGene, pageDuTicket, referenceTicket } from '@/lib/support/libelles'
import { type Ticket, ticketDe } from '@/lib/support/queries'

const TITRE = 'Dysfonctionnement'

export const metadata: Metadata = { title: TITRE }

const faits = {
  signale: 'C’est envoyé. La réponse arrivera ici, et un courriel vous préviendra.',
  precise: 'C’est ajouté : ceux qui suivent le signalement sont prévenus.',
  repondre: 'La réponse est envoyée.',
  prendre: 'Vous suivez ce signalement : la personne est prévenue.',
  resoudre: 'Le signalement est résolu : la personne est prévenue.',
  transmettre: 'Le signalement est transmis à l’appui national.',
  rendre: 'Le signalement est rendu à la caisse.',
}

export default async function UnDysfonctionnement({ params, searchParams }: PageProps<'/support/[id]'>) {
  const acteur = await exigerActeur('support.signaler')
  const ticket = await ticketDe(acteur, (await params).id)
  if (!ticket) notFound()
  const national = aDroit(acteur, 'administrer')
  return (
    <Cadre acteur={acteur} entree={national ? '/support/recus' : accueilDe(acteur)}>
      <Fait fait={(await searchParams).fait} mots={faits} />
      {ticket.sien ? (
        <FilRetour href="/support" libelle="Mes signalements" />
      ) : (
        <FilRetour href="/support/recus" libelle="Dysfonctionnements signalés" />
      )}
      <div className="max-w-180">
        <div className="mb-2">
          <BadgeTicket etat={ticket.etat} />
        </div>
        <h1 className="mb-6">
          {TITRE} {referenceTicket(ticket.id)}
        </h1>
        <Resume titre="Ce qui est signalé" lignes={faitsDuTicket(ticket)} />
        <Resume titre="Joint par le portail" lignes={contexteDuTicket(ticket)} />
        <h2 className="mb-3">La suite</h2>
        <Echanges ticket={ticket} />
        {ticket.suites.length > 0 && <TraiterTicket ticket={ticket} titrePage={TITRE} />}
        {ticket.sien && ticket.suites.length === 0 && <PreciserTicket ticket={ticket} titrePage={TITRE} />}
      </div>
    </Cadre>
  )
}

const texte = (valeur: string) => <span className="whitespace-pre-line break-words">{valeur}</span>

function faitsDuTicket({ auteur, profil, caisse, activite, constat, gene, sien }: Ticket) {
  // Someone of a caisse is told by the name of the caisse.
  const quoi = profil === 'caisse' ? [] : [libellesProfil[profil as keyof typeof libellesProfil].toLowerCase()]
  return [
    ...(sien ? [] : [{ cle: 'Par', valeur: [auteur, ...quoi].join(', ') }]),
    { cle: 'Adressé à', valeur: caisse?.nom ?? 'L’appui national' },
    { cle: sien ? 'Ce que vous faisiez' : 'Ce que la personne faisait', valeur: texte(activite) },
    { cle: 'Ce qui s’est passé', valeur: texte(constat) },
    { cle: 'Gêne', valeur: libellesGene[gene] },
  ]
}

function contexteDuTicket({ page, creeLe, navigateur, largeur, incident, sien }: Ticket) {
  return [
    { cle: 'Page', valeur: page && !sien ? `${pageDuTicket(page)} (${page})` : pageDuTicket(page) },
    { cle: 'Signalé le', valeur: majuscule(dateEtHeure(creeLe)) },
    { cle: 'Navigateur', valeur: navigateur ?? 'Non connu' },
    { cle: 'Largeur de la fenêtre', valeur: largeur ? `${largeur} pixels` : 'Non connue' },
    ...(incident ? [{ cle: 'Numéro de l’erreur', valeur: incident }] : []),
  ]
}
