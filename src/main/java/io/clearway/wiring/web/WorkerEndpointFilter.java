package io.clearway.wiring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Rejects all requests to a worker but those for health and metrics, which do not pass here. */
@Component
@ConditionalOnProperty(name = "clearway.rest", havingValue = "false")
class WorkerEndpointFilter implements WebMvcConfigurer, HandlerInterceptor {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var problem = Problem.of(
                        HttpStatus.NOT_FOUND,
                        "worker-only",
                        "This process only executes runs",
                        "It serves nothing but /actuator")
                .about("path", request.getRequestURI(), "send it to a process whose clearway.role is api or all")
                .detail();
        throw new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
