export { withoutStops } from '../../src/service/completion/choice';
