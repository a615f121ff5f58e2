package io.omnibridge.adapters.http.session;

/** Names of the cookies of pages, without the prefix that they have behind https. */
public final class CookieNames {

    /** The session of a user who signed in. */
    public static final String SESSION = "omnibridge_session";

    /** The sign-in that has not ended yet. */
    public static final String SIGN_IN = "omnibridge_sign_in";

    /** Begins the name of the cookie that keeps the ticket of one connect attempt. */
    public static final String TICKET_PREFIX = "omnibridge_ticket_";

    private static final String ALL_PREFIX = "omnibridge_";

    private CookieNames() {}

    /** Returns whether a cookie is one of the pages. */
    static boolean isOwn(String name) {
        return name.startsWith(ALL_PREFIX);
    }
}
