import { Component, type ReactNode } from "react";
import { FailureNote } from "./FailureNote.tsx";

type Props = {
  children: ReactNode;
  /** Called before the children are tried again. */
  onReset?: () => void;
};

type State = { error: unknown; failed: boolean };

/** Keeps a failing part from taking the window with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  readonly reset = () => {
    this.props.onReset?.();
    this.setState({ error: undefined, failed: false });
  };

  override render() {
    if (!this.state.failed) return this.props.children;
    return <FailureNote error={this.state.error} retry={this.reset} />;
  }
}
