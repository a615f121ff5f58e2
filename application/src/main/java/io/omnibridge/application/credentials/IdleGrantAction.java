package io.omnibridge.application.credentials;

import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Unknown;

/** What background work does with an account, as {@link IdleGrantPolicy} decides. */
enum IdleGrantAction {
    /** Nothing. */
    NONE,
    /** Continue a refresh that a node left in {@link Calling} or {@link Unknown}, or note that both tokens expired. */
    RESUME_REFRESH,
    /** Refresh the credentials although the access token may still be valid. */
    REFRESH,
    /** Unlink the account and revoke its grant. */
    UNLINK
}
