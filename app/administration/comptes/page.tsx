import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableauComptes } from '@/components/comptes-caisse/tableau-comptes'
import { LienBouton } from '@/components/ui/bouton'
import { UserPlus } from '@/components/ui/icones'
import { administrateurs } from '@/lib/comptes-caisse/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Administrateurs'

export const metadata: Metadata = { title: titre }

export default async function Administrateurs() {
  const acteur = await exigerActeur('administrer')
  const comptes = await administrateurs(acteur)
  return (
    <Cadre acteur={acteur} entree="/administration/comptes" exacte>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        <LienBouton href="/administration/comptes/nouveau" icone={<UserPlus />}>
          Créer un compte
        </LienBouton>
      </div>
      <p className="mt-2 text-15 text-encre-2">
        Ils créent les caisses et leurs premiers référents, et ne voient aucune demande. Gardez-en toujours au moins
        deux.
      </p>
      <TableauComptes acteur={acteur} legende={titre} comptes={comptes} avecRoles={false} />
    </Cadre>
  )
}
