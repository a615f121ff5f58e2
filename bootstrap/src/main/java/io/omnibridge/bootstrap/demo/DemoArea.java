package io.omnibridge.bootstrap.demo;

import java.util.Optional;

/** One API of the demo. Thread-safe. */
interface DemoArea {

    /** Answers a call whose path begins behind the API's base; empty if there is no such path or thing. */
    Optional<DemoResponse> respond(DemoCall call);
}
