"""What `kubectl get ns,pods,deploy,rs,netpol,svc -A -o yaml` prints of a busy cluster: one list, status and all.

Made up, but in the shape and size of real output: ``managedFields``, probes, volumes, conditions and container states
are most of it, as they are in a cluster. ``python -m benchmarks.kubectl_output PODS NAMESPACES`` prints it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256

START = datetime(2026, 1, 5, 8, tzinfo=UTC)
PODS_OF_A_WORKLOAD = 4
CONTAINERS = ("app", "istio-proxy", "log-shipper")
ENTRIES = 20  # variables of a container
_LETTERS = str.maketrans("0123456789abcdef", "456789bcdfghjkmn")  # hashes in names hold no vowel, and here no number


def output(pods: int = 2000, namespaces: int = 40) -> str:
    """The whole list as YAML text, some 25 kB for each pod."""
    return "".join(_lines(pods, namespaces))


def _lines(pods: int, namespaces: int) -> Iterator[str]:
    yield "apiVersion: v1\nitems:\n"
    for number in range(namespaces):
        yield _item(_namespace(number))
    workloads = -(-pods // PODS_OF_A_WORKLOAD)
    for number in range(workloads):
        space, name = f"team-{number % namespaces:03}", f"service-{number:04}"
        hashed = "d" + _digest("template", name)[:9].translate(_LETTERS)
        yield _item(_deployment(space, name))
        yield _item(_replica_set(space, name, hashed))
        yield _item(_service(space, name))
        for replica in range(min(PODS_OF_A_WORKLOAD, pods - number * PODS_OF_A_WORKLOAD)):
            yield _item(_pod(space, name, hashed, number * PODS_OF_A_WORKLOAD + replica))
    for number in range(namespaces):
        yield _item(_policy(f"team-{number:03}"))
    yield 'kind: List\nmetadata:\n  resourceVersion: ""\n'


def _item(text: str) -> str:
    """An object as an item of the list: indented, with the dash before its first line."""
    return "- " + "".join(f"  {line}\n" for line in text.strip("\n").split("\n"))[2:]


def _digest(*words: object) -> str:
    return sha256(" ".join(map(str, words)).encode()).hexdigest()


def _uid(*words: object) -> str:
    one = _digest("uid", *words)
    return f"{one[:8]}-{one[8:12]}-4{one[13:16]}-a{one[17:20]}-{one[20:32]}"


def _time(number: int) -> str:
    return (START + timedelta(seconds=number * 37)).strftime('"%Y-%m-%dT%H:%M:%SZ"')


def _managed(number: int, fields: str) -> str:
    """The record of who wrote which field, twice: once for the controller, once for the kubelet."""
    entries = "".join(
        f"""  - apiVersion: v1
    fieldsType: FieldsV1
    fieldsV1:
{fields}    manager: {manager}
    operation: Update
    time: {_time(number)}
"""
        for manager in ("kube-controller-manager", "kubelet")
    )
    return f"  managedFields:\n{entries}"


def _fields_of_containers() -> str:
    lines = ["      f:spec:", "        f:containers:"]
    for container in CONTAINERS:
        lines += [f'          k:{{"name":"{container}"}}:', "            .: {}", "            f:env:"]
        for entry in range(ENTRIES):
            lines += [f'              k:{{"name":"SETTING_{entry:02}"}}:', "                .: {}"]
            lines += ["                f:name: {}", "                f:value: {}"]
        lines += [f"            f:{field}: {{}}" for field in ("image", "imagePullPolicy", "name", "resources")]
    return "\n".join(lines) + "\n"


_FIELDS = _fields_of_containers()


def _namespace(number: int) -> str:
    name = f"team-{number:03}"
    return f"""
apiVersion: v1
kind: Namespace
metadata:
  creationTimestamp: {_time(number)}
  labels:
    kubernetes.io/metadata.name: {name}
    tier: {"front" if number % 3 else "back"}
  name: {name}
  resourceVersion: "{1000 + number}"
  uid: {_uid(name)}
spec:
  finalizers:
  - kubernetes
status:
  phase: Active
"""


def _deployment(space: str, name: str) -> str:
    return f"""
apiVersion: apps/v1
kind: Deployment
metadata:
  annotations:
    deployment.kubernetes.io/revision: "3"
  creationTimestamp: {_time(7)}
  generation: 3
  labels:
    app: {name}
  name: {name}
  namespace: {space}
  uid: {_uid("deployment", name)}
spec:
  replicas: {PODS_OF_A_WORKLOAD}
  selector:
    matchLabels:
      app: {name}
{_template(name)}status:
  availableReplicas: {PODS_OF_A_WORKLOAD}
  observedGeneration: 3
"""


def _template(name: str, extra: str = "") -> str:
    return f"""  template:
    metadata:
      labels:
        app: {name}
{extra}    spec:
      containers:
      - image: registry.example/{name}:1.4.2
        name: app
        ports:
        - containerPort: 8080
          name: http
          protocol: TCP
"""


def _replica_set(space: str, name: str, hashed: str) -> str:
    return f"""
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  labels:
    app: {name}
    pod-template-hash: {hashed}
  name: {name}-{hashed}
  namespace: {space}
  ownerReferences:
  - apiVersion: apps/v1
    blockOwnerDeletion: true
    controller: true
    kind: Deployment
    name: {name}
    uid: {_uid("deployment", name)}
  uid: {_uid("replicaset", name)}
spec:
  replicas: {PODS_OF_A_WORKLOAD}
  selector:
    matchLabels:
      app: {name}
      pod-template-hash: {hashed}
{_template(name, f"        pod-template-hash: {hashed}" + chr(10))}status:
  replicas: {PODS_OF_A_WORKLOAD}
"""


def _service(space: str, name: str) -> str:
    return f"""
apiVersion: v1
kind: Service
metadata:
  name: {name}
  namespace: {space}
  uid: {_uid("service", name)}
spec:
  ports:
  - name: http
    port: 80
    protocol: TCP
    targetPort: http
  selector:
    app: {name}
  type: ClusterIP
"""


def _pod(space: str, name: str, hashed: str, number: int) -> str:
    pod = f"{name}-{hashed}-{_digest('pod', number)[:5].translate(_LETTERS)}"
    address = f"10.{20 + number // 65000}.{number // 250 % 250}.{number % 250 + 1}"
    finished = number % 100 == 99  # now and then an evicted pod stays behind
    return f"""
apiVersion: v1
kind: Pod
metadata:
  creationTimestamp: {_time(number)}
  generateName: {name}-{hashed}-
  labels:
    app: {name}
    pod-template-hash: {hashed}
{_managed(number, _FIELDS)}  name: {pod}
  namespace: {space}
  ownerReferences:
  - apiVersion: apps/v1
    blockOwnerDeletion: true
    controller: true
    kind: ReplicaSet
    name: {name}-{hashed}
    uid: {_uid("replicaset", name)}
  resourceVersion: "{100000 + number}"
  uid: {_uid("pod", number)}
spec:
  containers:
{"".join(_container(container, name) for container in CONTAINERS)}  dnsPolicy: ClusterFirst
  nodeName: node-{number % 60:02}
  restartPolicy: Always
  serviceAccountName: {name}
  volumes:
  - name: kube-api-access-{_digest("volume", number)[:5]}
    projected:
      defaultMode: 420
      sources:
      - serviceAccountToken:
          expirationSeconds: 3607
          path: token
status:
  conditions:
{"".join(_condition(kind, number) for kind in ("Initialized", "Ready", "ContainersReady", "PodScheduled"))}\
  containerStatuses:
{"".join(_state(container, number) for container in CONTAINERS)}  hostIP: 10.0.0.{number % 60 + 1}
  phase: {"Failed" if finished else "Running"}
  podIP: {address}
  podIPs:
  - ip: {address}
  qosClass: Burstable
  startTime: {_time(number)}
"""


def _container(container: str, name: str) -> str:
    env = "".join(
        f"    - name: SETTING_{entry:02}\n      value: {name}-{container}-{entry}\n" for entry in range(ENTRIES)
    )
    ports = (
        "    ports:\n    - containerPort: 8080\n      name: http\n      protocol: TCP\n" if container == "app" else ""
    )
    return f"""  - env:
{env}    image: registry.example/{container}:1.4.2
    imagePullPolicy: IfNotPresent
    livenessProbe:
      failureThreshold: 3
      httpGet:
        path: /healthz
        port: 8081
        scheme: HTTP
      periodSeconds: 10
    name: {container}
{ports}    resources:
      limits:
        cpu: "1"
        memory: 512Mi
      requests:
        cpu: 100m
        memory: 128Mi
    terminationMessagePath: /dev/termination-log
"""


def _condition(kind: str, number: int) -> str:
    return f"""  - lastProbeTime: null
    lastTransitionTime: {_time(number)}
    status: "True"
    type: {kind}
"""


def _state(container: str, number: int) -> str:
    return f"""  - containerID: containerd://{_digest("container", container, number)}
    image: registry.example/{container}:1.4.2
    imageID: registry.example/{container}@sha256:{_digest("image", container)}
    lastState: {{}}
    name: {container}
    ready: true
    restartCount: 0
    started: true
    state:
      running:
        startedAt: {_time(number)}
"""


def _policy(space: str) -> str:
    return f"""
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: {space}
  uid: {_uid("policy", space)}
spec:
  ingress:
  - from:
    - namespaceSelector:
        matchLabels:
          tier: front
    ports:
    - port: http
      protocol: TCP
  podSelector: {{}}
  policyTypes:
  - Ingress
"""


if __name__ == "__main__":
    sys.stdout.write(output(*map(int, sys.argv[1:3])))
