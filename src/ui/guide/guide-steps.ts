/** A step of the guide: what it says, and what on the page it is about. */
export interface GuideStep {
  readonly title: string
  readonly text: string
  /** The first of these that is on the page gets a ring. */
  readonly targets: readonly string[]
}

/** What a first visit needs to know, in the order in which a packet goes. */
export const guideSteps: readonly GuideStep[] = [
  {
    title: 'An address has one colour',
    text: 'A frontend’s address has the same colour and mark wherever it turns up: on the rule, in the packet, on the adapter that holds it. Addresses of NICs are grey.',
    targets: [
      '.react-flow__node-frontendIPConfiguration .address-chip',
      '.react-flow__node-frontendIPConfiguration',
    ],
  },
  {
    title: 'Floating IP decides what the guest sees',
    text: 'With it on, the packet keeps the frontend’s address all the way into the guest. With it off, the Azure host puts the NIC’s address in its place.',
    targets: ['.react-flow__node-loadBalancingRule .node__switch', '.react-flow__node-loadBalancingRule'],
  },
  {
    title: 'Inside the dashed line is the guest',
    text: 'Azure neither sets nor sees what is in there: loopback adapters, weak host switches, listeners. Most mistakes with floating IP are made here, and the portal stays green.',
    targets: ['.react-flow__node-virtualMachine .guest', '.react-flow__node-virtualMachine'],
  },
  {
    title: 'Problems say what to change',
    text: 'The diagram is checked while you edit. Each problem names the thing to change and why; many can be fixed with one press.',
    targets: ['#bottom-tab-problems'],
  },
  {
    title: 'Play a packet',
    text: 'Follow it hop by hop to where it is answered or lost, with the header after each place. “On and off” shows both settings of floating IP side by side.',
    targets: ['.transport__play'],
  },
  {
    title: 'Draw your own',
    text: 'Drag things into the diagram, start from a template, or import what Azure exports. A link holds the whole diagram; nothing leaves this browser.',
    targets: ['.palette'],
  },
]
