import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableauProposees } from '@/components/formations/tableau-partenaire'
import { AvisSuspension } from '@/components/suspensions/avis-suspension'
import { EtatVide } from '@/components/ui/etat-vide'
import { formationsDuPartenaire } from '@/lib/formations/queries-partenaire'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Formations' }

export default async function Formations() {
  const acteur = await exigerActeur('formation.suivre')
  const { aVenir, passees } = await formationsDuPartenaire(acteur, new Date())
  const equipe = acteur.profil === 'gestionnaire'
  const plusieursCaisses = acteur.caissesOuvertes.length > 1
  return (
    <Cadre acteur={acteur} entree="/formations" exacte>
      <AvisSuspension acteur={acteur} />
      <h1>Formations</h1>
      <p className="mt-2 mb-5 max-w-180">
        {equipe
          ? 'Les sessions que la caisse propose à votre organisme. Vous pouvez y inscrire les personnes de votre équipe.'
          : 'Les sessions que la caisse vous propose. Votre gestionnaire peut aussi vous y inscrire.'}
      </p>
      {aVenir.length === 0 ? (
        <EtatVide titre="Aucune session ne vous est proposée">
          <p>Dès que la caisse en ouvre une, elle apparaît ici, et un courriel vous prévient.</p>
        </EtatVide>
      ) : (
        <TableauProposees
          legende="Sessions à venir"
          formations={aVenir}
          equipe={equipe}
          avecCaisse={plusieursCaisses}
        />
      )}
      {passees.length > 0 && (
        <section aria-labelledby="passees" className="mt-12">
          <h2 id="passees">Sessions passées</h2>
          <TableauProposees
            legende="Sessions passées"
            passees
            formations={passees}
            equipe={equipe}
            avecCaisse={plusieursCaisses}
          />
        </section>
      )}
    </Cadre>
  )
}
