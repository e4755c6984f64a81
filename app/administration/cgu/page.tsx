import type { Metadata } from 'next'
import { etatCgu } from '@/components/administration/etats-cgu'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { Badge } from '@/components/ui/badge'
import { LienBouton } from '@/components/ui/bouton'
import { Fait } from '@/components/ui/fait'
import { versionsCgu } from '@/lib/cgu/queries'
import { nombre, pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Conditions d’utilisation'

export const metadata: Metadata = { title: `Versions des ${titre.toLowerCase()}` }

export default async function VersionsCgu({ searchParams }: PageProps<'/administration/cgu'>) {
  const acteur = await exigerActeur('administrer')
  const { versions, actifs } = await versionsCgu(acteur, new Date())
  const preparee = versions.find(({ etat }) => etat !== 'publiee')
  return (
    <Cadre acteur={acteur} entree="/administration/cgu" exacte>
      <Fait fait={(await searchParams).fait} mots={{ supprimee: 'Le brouillon est supprimé.' }} />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        {preparee ? (
          <LienBouton href={`/administration/cgu/${preparee.id}`}>Reprendre la version {preparee.numero}</LienBouton>
        ) : (
          <LienBouton href="/administration/cgu/nouvelle">Préparer une version</LienBouton>
        )}
      </div>
      <p className="mt-2 text-15 text-encre-2">
        Chacun accepte la version en vigueur avant d’entrer dans le portail.{' '}
        <a href="/administration/cgu/acceptations">Voir qui a accepté quoi, et quand</a>
      </p>
      <TableauFiches
        legende={titre}
        colonnes={['Version', 'État', 'Acceptée par', 'Ce qui change']}
        lignes={versions.map((version) => {
          const etat = etatCgu(version)
          return {
            cle: version.id,
            cellules: [
              <a key="numero" href={`/administration/cgu/${version.id}`}>
                Version {version.numero}
              </a>,
              <Badge key="etat" ton={etat.ton}>
                {etat.mot}
              </Badge>,
              version.etat === 'publiee'
                ? `${pluriel(version.acceptations, 'compte actif', 'comptes actifs')}${version.enVigueur ? ` sur ${nombre(actifs)}` : ''}`
                : 'Pas encore publiée',
              version.resume ?? 'Première version',
            ],
          }
        })}
      />
    </Cadre>
  )
}
