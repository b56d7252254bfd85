# Floatpath: Everything at once
# Note: “Windows machine with a long name” (virtualMachine/win) is called “Windows-machine-with-a-long-name”: Azure does not take its name, or it is taken.
# Note: “second six” (ipConfiguration/lin-2) is called “second-six”: Azure does not take its name, or it is taken.
# Note: Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.
# Note: Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.
# Note: “Windows machine with a long name” (virtualMachine/win) stands for the scale set vmss-web; it is written as a single machine.
# Note: In its guest, “Windows machine with a long name” (virtualMachine/win) is called “Windows-machine”.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “lin”, “Windows machine with a long name”, “nic-lin-a” and 2 more.
# Note: Loopback adapters are not part of Azure: “Loopback web”, “lo”.
# Note: Listeners are not part of Azure: “https”, “web”.
# Note: Who holds the address of a frontend is not part of Azure: “inside”, “cluster”.
# Note: Clients are not created: “home”.
# Note: Private Link services are not written: the diagram does not hold the subnet that they need: “pls-web”.
# Note: Terraform has no place for the admin state and the subnet of the pool member one.
# Note: Terraform has no place for the admin state and the subnet of the pool member two.
# Note: Terraform has no argument for what a probe does when no backend is healthy.
# Note: Terraform has no argument for connection tracking of load-balancing rules.
# Note: The provider reads the subscription from the environment variable ARM_SUBSCRIPTION_ID.

terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "~> 5.0" }
  }
}

provider "azurerm" {
  features {}
}

variable "resource_group_name" {
  description = "The resource group, which exists."
  type        = string
}

variable "admin_password" {
  description = "Password of the administrator of every machine."
  type        = string
  sensitive   = true
}

data "azurerm_resource_group" "main" {
  name = var.resource_group_name
}

resource "azurerm_public_ip_prefix" "out" {
  name                = "ippre-out"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  prefix_length       = 30
  ip_version          = "IPv4"
}

resource "azurerm_public_ip" "web" {
  name                = "pip-web"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Standard"
  sku_tier            = "Regional"
  ip_version          = "IPv4"
  allocation_method   = "Static"
  zones               = ["1", "2", "3"]
}

resource "azurerm_public_ip" "nat" {
  name                = "pip-nat"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Standard"
  sku_tier            = "Regional"
  ip_version          = "IPv4"
  allocation_method   = "Static"
}

resource "azurerm_public_ip" "world" {
  name                = "pip-world"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Standard"
  sku_tier            = "Global"
  ip_version          = "IPv4"
  allocation_method   = "Static"
}

resource "azurerm_network_security_group" "web" {
  name                = "nsg-web"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location

  security_rule {
    name                         = "allow-web"
    priority                     = 100
    direction                    = "Inbound"
    access                       = "Allow"
    protocol                     = "Tcp"
    source_address_prefix        = "Internet"
    source_port_range            = "*"
    destination_address_prefixes = ["20.2.0.1", "10.1.0.0/24"]
    destination_port_ranges      = ["80", "443", "8000-8100"]
  }

  security_rule {
    name                       = "deny-out"
    priority                   = 4000
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "192.0.2.0/24"
    destination_port_range     = "*"
  }
}

resource "azurerm_route_table" "spoke" {
  name                = "rt-spoke"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location

  route {
    name                   = "by-appliance"
    address_prefix         = "10.9.0.0/16"
    next_hop_type          = "VirtualAppliance"
    next_hop_in_ip_address = "10.1.0.50"
  }

  route {
    name           = "nowhere"
    address_prefix = "192.0.2.0/24"
    next_hop_type  = "None"
  }
}

resource "azurerm_nat_gateway" "out" {
  name                = "nat-out"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku_name            = "Standard"
}

resource "azurerm_nat_gateway_public_ip_association" "out_nat" {
  nat_gateway_id       = azurerm_nat_gateway.out.id
  public_ip_address_id = azurerm_public_ip.nat.id
}

resource "azurerm_nat_gateway_public_ip_prefix_association" "out_out" {
  nat_gateway_id      = azurerm_nat_gateway.out.id
  public_ip_prefix_id = azurerm_public_ip_prefix.out.id
}

resource "azurerm_virtual_network" "hub" {
  name                = "vnet-hub"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "hub" {
  name                 = "snet-hub"
  resource_group_name  = data.azurerm_resource_group.main.name
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.0.0.0/24"]
}

resource "azurerm_virtual_network" "spoke" {
  name                = "vnet-spoke"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  address_space       = ["10.1.0.0/16", "fd00:1::/48"]
}

resource "azurerm_subnet" "web" {
  name                            = "snet-web"
  resource_group_name             = data.azurerm_resource_group.main.name
  virtual_network_name            = azurerm_virtual_network.spoke.name
  address_prefixes                = ["10.1.0.0/24", "fd00:1:0:1::/64"]
  default_outbound_access_enabled = false
}

resource "azurerm_subnet_network_security_group_association" "web" {
  subnet_id                 = azurerm_subnet.web.id
  network_security_group_id = azurerm_network_security_group.web.id
}

resource "azurerm_subnet_route_table_association" "web" {
  subnet_id      = azurerm_subnet.web.id
  route_table_id = azurerm_route_table.spoke.id
}

resource "azurerm_subnet_nat_gateway_association" "web" {
  subnet_id      = azurerm_subnet.web.id
  nat_gateway_id = azurerm_nat_gateway.out.id
}

resource "azurerm_virtual_network_peering" "hub__spoke" {
  name                         = "to-vnet-spoke"
  resource_group_name          = data.azurerm_resource_group.main.name
  virtual_network_name         = azurerm_virtual_network.hub.name
  remote_virtual_network_id    = azurerm_virtual_network.spoke.id
  allow_virtual_network_access = true
  allow_forwarded_traffic      = true
}

resource "azurerm_virtual_network_peering" "spoke__hub" {
  name                         = "to-vnet-hub"
  resource_group_name          = data.azurerm_resource_group.main.name
  virtual_network_name         = azurerm_virtual_network.spoke.name
  remote_virtual_network_id    = azurerm_virtual_network.hub.id
  allow_virtual_network_access = true
  allow_forwarded_traffic      = true
}

resource "azurerm_lb" "gateway" {
  name                = "lb-gateway"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Gateway"
  sku_tier            = "Regional"

  frontend_ip_configuration {
    name                          = "inspection"
    subnet_id                     = azurerm_subnet.hub.id
    private_ip_address            = "10.0.0.10"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_lb_backend_address_pool" "internal" {
  name            = "pool-internal"
  loadbalancer_id = azurerm_lb.gateway.id

  tunnel_interface {
    identifier = 900
    type       = "Internal"
    protocol   = "VXLAN"
    port       = 10800
  }
}

resource "azurerm_lb_backend_address_pool" "external" {
  name            = "pool-external"
  loadbalancer_id = azurerm_lb.gateway.id

  tunnel_interface {
    identifier = 901
    type       = "External"
    protocol   = "VXLAN"
    port       = 10801
  }
}

resource "azurerm_lb_rule" "inspect" {
  name                           = "inspect"
  loadbalancer_id                = azurerm_lb.gateway.id
  frontend_ip_configuration_name = "inspection"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.internal.id, azurerm_lb_backend_address_pool.external.id]
  protocol                       = "All"
  frontend_port                  = 0
  backend_port                   = 0
  floating_ip_enabled            = false
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = false
}

resource "azurerm_lb" "main" {
  name                = "lb-main"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Standard"
  sku_tier            = "Regional"

  frontend_ip_configuration {
    name                                               = "web"
    public_ip_address_id                               = azurerm_public_ip.web.id
    gateway_load_balancer_frontend_ip_configuration_id = azurerm_lb.gateway.frontend_ip_configuration[0].id
  }

  frontend_ip_configuration {
    name                = "out"
    public_ip_prefix_id = azurerm_public_ip_prefix.out.id
  }

  frontend_ip_configuration {
    name                          = "inside"
    zones                         = ["2"]
    subnet_id                     = azurerm_subnet.web.id
    private_ip_address            = "10.1.0.100"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }

  frontend_ip_configuration {
    name                          = "cluster"
    subnet_id                     = azurerm_subnet.web.id
    private_ip_address            = "10.1.0.101"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }

  frontend_ip_configuration {
    name                          = "six"
    subnet_id                     = azurerm_subnet.web.id
    private_ip_address_allocation = "Dynamic"
    private_ip_address_version    = "IPv6"
  }
}

resource "azurerm_lb_backend_address_pool" "nics" {
  name            = "nics"
  loadbalancer_id = azurerm_lb.main.id
}

resource "azurerm_lb_backend_address_pool" "addresses" {
  name               = "addresses"
  loadbalancer_id    = azurerm_lb.main.id
  synchronous_mode   = "Automatic"
  virtual_network_id = azurerm_virtual_network.spoke.id
}

resource "azurerm_lb_backend_address_pool_address" "addresses__1" {
  name                    = "one"
  backend_address_pool_id = azurerm_lb_backend_address_pool.addresses.id
  ip_address              = "10.1.0.20"
  virtual_network_id      = azurerm_virtual_network.spoke.id
}

resource "azurerm_lb_backend_address_pool_address" "addresses__2" {
  name                    = "two"
  backend_address_pool_id = azurerm_lb_backend_address_pool.addresses.id
  ip_address              = "10.1.0.21"
  virtual_network_id      = azurerm_virtual_network.spoke.id
}

resource "azurerm_lb_probe" "tcp" {
  name                = "tcp"
  loadbalancer_id     = azurerm_lb.main.id
  protocol            = "Tcp"
  port                = 9000
  interval_in_seconds = 5
}

resource "azurerm_lb_probe" "http" {
  name                = "http"
  loadbalancer_id     = azurerm_lb.main.id
  protocol            = "Http"
  port                = 8080
  request_path        = "/ready?full=1"
  interval_in_seconds = 10
  probe_threshold     = 2
  number_of_probes    = 3
}

resource "azurerm_lb_rule" "web" {
  name                           = "web"
  loadbalancer_id                = azurerm_lb.main.id
  frontend_ip_configuration_name = "web"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.nics.id]
  probe_id                       = azurerm_lb_probe.http.id
  protocol                       = "Tcp"
  frontend_port                  = 443
  backend_port                   = 443
  floating_ip_enabled            = true
  tcp_reset_enabled              = true
  load_distribution              = "SourceIPProtocol"
  idle_timeout_in_minutes        = 15
  disable_outbound_snat          = true
}

resource "azurerm_lb_rule" "udp" {
  name                           = "udp"
  loadbalancer_id                = azurerm_lb.main.id
  frontend_ip_configuration_name = "inside"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.addresses.id]
  probe_id                       = azurerm_lb_probe.tcp.id
  protocol                       = "Udp"
  frontend_port                  = 53
  backend_port                   = 5353
  floating_ip_enabled            = false
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = false
}

resource "azurerm_lb_rule" "cluster" {
  name                           = "cluster"
  loadbalancer_id                = azurerm_lb.main.id
  frontend_ip_configuration_name = "cluster"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.nics.id]
  probe_id                       = azurerm_lb_probe.tcp.id
  protocol                       = "Tcp"
  frontend_port                  = 1433
  backend_port                   = 1433
  floating_ip_enabled            = true
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = false
}

resource "azurerm_lb_nat_rule" "one" {
  name                           = "ssh-lin"
  loadbalancer_id                = azurerm_lb.main.id
  resource_group_name            = data.azurerm_resource_group.main.name
  frontend_ip_configuration_name = "web"
  protocol                       = "Tcp"
  frontend_port                  = 2222
  backend_port                   = 22
  floating_ip_enabled            = false
  tcp_reset_enabled              = false
  idle_timeout_in_minutes        = 4
}

resource "azurerm_lb_nat_rule" "all" {
  name                           = "rdp-all"
  loadbalancer_id                = azurerm_lb.main.id
  resource_group_name            = data.azurerm_resource_group.main.name
  frontend_ip_configuration_name = "web"
  backend_address_pool_id        = azurerm_lb_backend_address_pool.nics.id
  protocol                       = "Tcp"
  frontend_port_start            = 50000
  frontend_port_end              = 50009
  backend_port                   = 3389
  floating_ip_enabled            = false
  tcp_reset_enabled              = true
  idle_timeout_in_minutes        = 6
}

resource "azurerm_lb_nat_pool" "old" {
  name                           = "natpool"
  loadbalancer_id                = azurerm_lb.main.id
  resource_group_name            = data.azurerm_resource_group.main.name
  frontend_ip_configuration_name = "web"
  protocol                       = "Tcp"
  frontend_port_start            = 51000
  frontend_port_end              = 51009
  backend_port                   = 22
  floating_ip_enabled            = false
}

resource "azurerm_lb_outbound_rule" "out" {
  name                     = "out"
  loadbalancer_id          = azurerm_lb.main.id
  backend_address_pool_id  = azurerm_lb_backend_address_pool.nics.id
  protocol                 = "All"
  allocated_outbound_ports = 1024
  idle_timeout_in_minutes  = 10
  tcp_reset_enabled        = true

  frontend_ip_configuration {
    name = "out"
  }

  frontend_ip_configuration {
    name = "web"
  }
}

resource "azurerm_lb" "world" {
  name                = "lb-world"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Standard"
  sku_tier            = "Global"

  frontend_ip_configuration {
    name                 = "world"
    public_ip_address_id = azurerm_public_ip.world.id
  }
}

resource "azurerm_lb_backend_address_pool" "regions" {
  name            = "regions"
  loadbalancer_id = azurerm_lb.world.id
}

resource "azurerm_lb_backend_address_pool_address" "regions__1" {
  name                                = "region-one"
  backend_address_pool_id             = azurerm_lb_backend_address_pool.regions.id
  backend_address_ip_configuration_id = azurerm_lb.main.frontend_ip_configuration[0].id
}

resource "azurerm_lb_rule" "world" {
  name                           = "world"
  loadbalancer_id                = azurerm_lb.world.id
  frontend_ip_configuration_name = "world"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.regions.id]
  protocol                       = "Tcp"
  frontend_port                  = 443
  backend_port                   = 443
  floating_ip_enabled            = true
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = false
}

resource "azurerm_network_interface" "lin_a" {
  name                  = "nic-lin-a"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = true

  ip_configuration {
    name                          = "ipconfig1"
    primary                       = true
    subnet_id                     = azurerm_subnet.web.id
    private_ip_address            = "10.1.0.4"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }

  ip_configuration {
    name                          = "second-six"
    primary                       = false
    subnet_id                     = azurerm_subnet.web.id
    private_ip_address_allocation = "Dynamic"
    private_ip_address_version    = "IPv6"
  }
}

resource "azurerm_network_interface_security_group_association" "lin_a" {
  network_interface_id      = azurerm_network_interface.lin_a.id
  network_security_group_id = azurerm_network_security_group.web.id
}

resource "azurerm_network_interface" "lin_b" {
  name                  = "nic-lin-b"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = false

  ip_configuration {
    name                          = "ipconfig1"
    primary                       = true
    subnet_id                     = azurerm_subnet.hub.id
    private_ip_address_allocation = "Dynamic"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_network_interface" "win" {
  name                  = "nic-win"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = false

  ip_configuration {
    name                          = "primary"
    primary                       = true
    subnet_id                     = azurerm_subnet.web.id
    private_ip_address            = "10.1.0.5"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_linux_virtual_machine" "lin" {
  name                            = "lin"
  computer_name                   = "lin"
  resource_group_name             = data.azurerm_resource_group.main.name
  location                        = data.azurerm_resource_group.main.location
  zone                            = "1"
  size                            = "Standard_B2s"
  admin_username                  = "azureuser"
  admin_password                  = var.admin_password
  disable_password_authentication = false
  network_interface_ids           = [azurerm_network_interface.lin_a.id, azurerm_network_interface.lin_b.id]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }
}

resource "azurerm_windows_virtual_machine" "win" {
  name                  = "Windows-machine-with-a-long-name"
  computer_name         = "Windows-machine"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  size                  = "Standard_B2s"
  admin_username        = "azureuser"
  admin_password        = var.admin_password
  network_interface_ids = [azurerm_network_interface.win.id]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-azure-edition-core"
    version   = "latest"
  }
}

resource "azurerm_network_interface_backend_address_pool_association" "lin_1__nics" {
  network_interface_id    = azurerm_network_interface.lin_a.id
  ip_configuration_name   = "ipconfig1"
  backend_address_pool_id = azurerm_lb_backend_address_pool.nics.id
}

resource "azurerm_network_interface_nat_rule_association" "lin_1__one" {
  network_interface_id  = azurerm_network_interface.lin_a.id
  ip_configuration_name = "ipconfig1"
  nat_rule_id           = azurerm_lb_nat_rule.one.id
}

resource "azurerm_network_interface_backend_address_pool_association" "win_1__nics" {
  network_interface_id    = azurerm_network_interface.win.id
  ip_configuration_name   = "primary"
  backend_address_pool_id = azurerm_lb_backend_address_pool.nics.id
}
