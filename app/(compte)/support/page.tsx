import type { Metadata } from 'next'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { BadgeTicket } from '@/components/support/badge-ticket'
import { LienTicket } from '@/components/support/lien-ticket'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { accueilDe, aDroit } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { pageDuTicket } from '@/lib/support/libelles'
import { mesDysfonctionnements } from '@/lib/support/queries'

export const metadata: Metadata = { title: 'Mes signalements' }

export default async function MesSignalements() {
  const acteur = await exigerActeur('support.signaler')
  const tickets = await mesDysfonctionnements(acteur)
  return (
    <Cadre acteur={acteur} entree={accueilDe(acteur)}>
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
        <h1>Mes signalements</h1>
        <LienBouton href="/support/signaler">Signaler un dysfonctionnement</LienBouton>
      </div>
      {aDroit(acteur, 'support.traiter') && (
        <p className="mb-4">
          <a href="/support/recus">Ceux que l’on vous adresse</a>
        </p>
      )}
      {tickets.length === 0 ? (
        <EtatVide titre="Rien de signalé">
          <p>Une page qui ne répond pas, un bouton sans effet, une erreur qui revient se signalent ici.</p>
        </EtatVide>
      ) : (
        <TableauFiches
          legende="Ce que vous avez signalé"
          colonnes={['Signalement', 'Page', 'Signalé le', 'État']}
          lignes={tickets.map(({ id, constat, page, creeLe, etat }) => ({
            cle: id,
            cellules: [
              <LienTicket key="reference" id={id} constat={constat} />,
              pageDuTicket(page),
              majuscule(dateEtHeure(creeLe)),
              <BadgeTicket key="etat" etat={etat} />,
            ],
          }))}
        />
      )}
    </Cadre>
  )
}
