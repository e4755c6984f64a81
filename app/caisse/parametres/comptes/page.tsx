import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableauComptes } from '@/components/comptes-caisse/tableau-comptes'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { UserPlus } from '@/components/ui/icones'
import { comptesDeLaCaisse } from '@/lib/comptes-caisse/queries'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Comptes de la caisse'

export const metadata: Metadata = { title: titre }

export default async function ComptesDeLaCaisse() {
  const acteur = await exigerActeur('caisse.regler')
  const comptes = await comptesDeLaCaisse(acteur, acteur.caisse?.id ?? '')
  const actifs = comptes.filter(({ etat }) => etat === 'actif').length
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres" libelle="Paramètres" />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        <LienBouton href="/caisse/parametres/comptes/nouveau" icone={<UserPlus />}>
          Créer un compte
        </LienBouton>
      </div>
      <p className="mt-2 text-15 text-encre-2">
        {pluriel(actifs, 'compte actif', 'comptes actifs')} : agents, référents et DPO, dont les rôles se combinent.
      </p>
      <TableauComptes acteur={acteur} legende={titre} comptes={comptes} />
    </Cadre>
  )
}
