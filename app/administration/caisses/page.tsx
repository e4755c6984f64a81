import type { Metadata } from 'next'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Check, Plus, TriangleAlert } from '@/components/ui/icones'
import { caissesAdministrees } from '@/lib/caisses/queries-administration'
import { departements } from '@/lib/socle/departements'
import { nombre, pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Caisses'

export const metadata: Metadata = { title: titre }

const creer = (
  <LienBouton href="/administration/caisses/nouvelle" icone={<Plus />}>
    Créer une caisse
  </LienBouton>
)

export default async function Caisses() {
  const acteur = await exigerActeur('administrer')
  const caisses = await caissesAdministrees(acteur)
  return (
    <Cadre acteur={acteur} entree="/administration/caisses" exacte>
      {caisses.length === 0 ? (
        <>
          <h1 className="mb-6">{titre}</h1>
          <EtatVide titre="Aucune caisse" action={creer}>
            <p>Créez la première, puis le compte de son référent : il fait le reste.</p>
          </EtatVide>
        </>
      ) : (
        <>
          <div className="flex flex-wrap items-start justify-between gap-4">
            <h1>{titre}</h1>
            {creer}
          </div>
          <TableauFiches
            legende={titre}
            colonnes={['Caisse', 'Départements', 'Comptes', 'Partenaires', 'Ce qui manque']}
            lignes={caisses.map((caisse) => ({
              cle: caisse.id,
              cellules: [
                <span key="nom">
                  <a href={`/administration/caisses/${caisse.id}`}>{caisse.nom}</a>
                  <span className="block text-14 font-normal text-encre-2">Code {caisse.code}</span>
                </span>,
                caisse.departements.map((code) => `${departements[code] ?? code} (${code})`).join(', '),
                <span key="comptes">
                  {pluriel(caisse.agents, 'agent')}, {pluriel(caisse.referents, 'référent')}
                </span>,
                <span key="partenaires">
                  {nombre(caisse.partenaires)}
                  <span className="bureau:hidden"> {caisse.partenaires >= 2 ? 'partenaires' : 'partenaire'}</span>
                </span>,
                <Manques key="manques" manques={caisse.manques} />,
              ],
            }))}
          />
        </>
      )}
    </Cadre>
  )
}

function Manques({ manques }: { manques: string[] }) {
  const [premier, ...autres] = manques
  if (!premier)
    return (
      <span className="inline-flex items-center gap-1.5">
        <Check className="size-4" /> Prête
      </span>
    )
  return (
    <span className="inline-flex items-baseline gap-1.5 font-semibold text-brique-700">
      <TriangleAlert className="size-4 flex-none self-center" />
      <span>
        {premier}
        {autres.length > 0 && (
          <span className="font-normal"> et {pluriel(autres.length, 'autre point', 'autres points')}</span>
        )}
      </span>
    </span>
  )
}
