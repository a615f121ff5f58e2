package io.omnibridge.bootstrap.browser;

/** A service that browsers reach. */
interface Deployment {

    /** Returns the URL of a path of the service. */
    String url(String path);
}
