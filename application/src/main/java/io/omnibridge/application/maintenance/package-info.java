/** What operators do to all accounts, whoever owns them. No request reaches these use cases. */
@NullMarked
package io.omnibridge.application.maintenance;

import org.jspecify.annotations.NullMarked;
