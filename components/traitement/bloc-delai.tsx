import { delaiEnMots } from '@/components/traitement/delai'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { DateIso } from '@/lib/socle/temps'

export function BlocDelai({ demande, aujourdhui }: { demande: DemandeDeCaisse; aujourdhui: DateIso }) {
  const { titre, chaud, lignes } = delaiEnMots(demande, aujourdhui)
  return (
    <div className={`border-l-4 py-0.5 pl-4 ${chaud ? 'border-brique-600' : 'border-filet-2'}`}>
      <p className={`text-22 font-[650] ${chaud ? 'text-brique-700' : ''}`}>{titre}</p>
      {lignes.filter(Boolean).map((ligne) => (
        <p key={ligne} className="text-encre-2">
          {ligne}
        </p>
      ))}
    </div>
  )
}
