package io.omnibridge.benchmarks.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Boot with Spring Security's resource server and its own {@code OAuth2AuthorizedClientService}. */
@SpringBootApplication(proxyBeanMethods = false)
public class SpringPeer {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringPeer.class, arguments);
    }
}
