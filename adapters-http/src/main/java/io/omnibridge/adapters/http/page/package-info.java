/**
 * The pages with which users see and change their own accounts, activity and leases. Routes read forms and call use cases; views hold
 * what a template shows. No page has a script, and every text of a provider or a user is escaped.
 */
@NullMarked
package io.omnibridge.adapters.http.page;

import org.jspecify.annotations.NullMarked;
