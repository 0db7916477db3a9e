import type { Board } from '@night/shared/board'
import { declaredOf } from '@night/shared/tally/declared'
import { stateOfParties } from '@night/shared/tally/parties'
import { declaredIn } from '@night/shared/tally/seats'
import { PartyChip } from '../../parts/party-chip.tsx'
import { ElectionMap } from '../../wall/election/map.tsx'
import { useMap } from '../../wall/election/use-map.ts'

type MapPictureProps = { readonly board: Board }

/** Every constituency a hexagon, and whose colours they are. [EMB1] */
export const MapPicture = ({ board }: MapPictureProps) =>
  board.night.kind === 'general-election' ? (
    <Map board={board} />
  ) : (
    <p class="words">There is no map of by-elections.</p>
  )

const Map = ({ board }: MapPictureProps) => {
  const map = useMap(board).value
  const { declared, total } = declaredOf(board)
  const isQuiet = declaredIn(board).length === 0
  return (
    <>
      <p class="map-tally">
        <b>{declared}</b> of {total} declared
      </p>
      {map && <ElectionMap {...{ map, board, isQuiet }} arrived={[]} lead={null} />}
      <Key board={board} isQuiet={isQuiet} />
    </>
  )
}

const Key = ({ board, isQuiet }: MapPictureProps & { readonly isQuiet: boolean }) => (
  <ul class="key">
    {stateOfParties(board)
      .filter(({ seats }) => seats > 0)
      .map(({ party, seats }) => (
        <li key={party}>
          <PartyChip party={party} /> <b>{seats}</b>
        </li>
      ))}
    <li class="key-words">
      {isQuiet ? (
        'Faint: who defends'
      ) : (
        <>
          Strong<span class="count-key-edge"> edge</span>: gain
        </>
      )}
    </li>
    <li class="key-words">Map: Open Innovations, MIT</li>
  </ul>
)
