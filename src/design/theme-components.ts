import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  CloseButton,
  Input,
  InputWrapper,
  Kbd,
  type MantineThemeComponents,
  Menu,
  Modal,
  Popover,
  Radio,
  SegmentedControl,
  Skeleton,
  Switch,
  Table,
  Tabs,
  Tooltip,
} from '@mantine/core'
import styles from './theme.module.css'
import choices from './theme-choices.module.css'
import fields from './theme-fields.module.css'
import floats from './theme-floats.module.css'

const raised = { shadow: 'md', radius: 'md' } as const

/** How each part of the library looks and behaves unless a screen says otherwise. */
export const components: MantineThemeComponents = {
  Button: Button.extend({
    defaultProps: { size: 'xs', variant: 'default' },
    classNames: { root: styles.button!, section: styles.buttonSection! },
  }),
  ActionIcon: ActionIcon.extend({
    defaultProps: { variant: 'subtle', color: 'gray' },
    classNames: { root: styles.actionIcon! },
  }),
  CloseButton: CloseButton.extend({ classNames: { root: styles.actionIcon! } }),
  Input: Input.extend({
    // A field of many lines (chips among them) is at least as high as the others, and grows with what it holds.
    vars: (_, { multiline }) => ({
      input: {},
      wrapper: {
        '--input-height': 'var(--h-field)',
        '--input-size': multiline ? 'auto' : 'var(--h-field)',
        '--input-fz': 'var(--fs-13)',
      },
    }),
    classNames: { wrapper: fields.inputWrapper!, input: fields.input! },
  }),
  InputWrapper: InputWrapper.extend({
    classNames: { label: fields.label!, description: fields.description!, error: fields.error! },
    defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'], withAsterisk: false },
  }),
  Checkbox: Checkbox.extend({
    defaultProps: { size: 'xs', radius: 'xs' },
    classNames: { body: fields.choiceBody!, input: fields.choice!, label: fields.choiceLabel! },
  }),
  Radio: Radio.extend({
    defaultProps: { size: 'xs' },
    classNames: { body: fields.choiceBody!, radio: fields.choice!, label: fields.choiceLabel! },
  }),
  Switch: Switch.extend({
    defaultProps: { size: 'xs', withThumbIndicator: false },
    classNames: { track: fields.track!, body: fields.choiceBody!, label: fields.choiceLabel! },
  }),
  Badge: Badge.extend({
    defaultProps: { radius: 'xs', variant: 'default' },
    styles: { root: { textTransform: 'none', fontWeight: 500, letterSpacing: 0 } },
  }),
  Tabs: Tabs.extend({
    defaultProps: { variant: 'pills' },
    classNames: { list: choices.pills!, tab: choices.pill! },
  }),
  SegmentedControl: SegmentedControl.extend({
    classNames: { root: choices.segments!, label: choices.segment!, indicator: choices.segmentOn! },
  }),
  Table: Table.extend({
    classNames: { th: styles.th!, td: styles.td! },
    defaultProps: { highlightOnHover: true },
  }),
  Kbd: Kbd.extend({ classNames: { root: styles.kbd! } }),
  Tooltip: Tooltip.extend({
    defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } },
    classNames: { tooltip: floats.tooltip! },
  }),
  Menu: Menu.extend({
    defaultProps: raised,
    classNames: {
      dropdown: floats.floating!,
      item: floats.menuItem!,
      label: floats.menuLabel!,
      divider: floats.menuDivider!,
    },
  }),
  Popover: Popover.extend({ defaultProps: raised, classNames: { dropdown: floats.floating! } }),
  Modal: Modal.extend({
    defaultProps: {
      radius: 'lg',
      shadow: 'xl',
      centered: true,
      closeButtonProps: { 'aria-label': 'Close' },
      overlayProps: { className: floats.scrim },
      transitionProps: { duration: 120 },
      // The dialog's header is not the page's banner; without this the page has two.
      attributes: { header: { role: 'presentation' } },
    },
    classNames: {
      content: floats.dialog!,
      header: floats.dialogHeader!,
      title: floats.dialogTitle!,
      body: floats.dialogBody!,
    },
  }),
  Skeleton: Skeleton.extend({ defaultProps: { radius: 'xs' }, classNames: { root: floats.skeleton! } }),
  Notification: {
    classNames: {
      root: floats.notification!,
      title: floats.notificationTitle!,
      description: floats.notificationText!,
    },
  },
}
