# Floatpath: Second NIC behind the load balancer
# Note: What is inside a guest is not part of Azure; see the formats for guests: “app1”, “app1-management”, “app1-data”.
# Note: Loopback adapters are not part of Azure: “lo”.
# Note: Listeners are not part of Azure: “service-80”, “service-8080”.
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

resource "azurerm_virtual_network" "vnet" {
  name                = "vnet"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "snet" {
  name                 = "snet"
  resource_group_name  = data.azurerm_resource_group.main.name
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes     = ["10.0.0.0/24"]
}

resource "azurerm_subnet" "front" {
  name                 = "front"
  resource_group_name  = data.azurerm_resource_group.main.name
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes     = ["10.0.8.0/24"]
}

resource "azurerm_lb" "lb" {
  name                = "lb"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Standard"
  sku_tier            = "Regional"

  frontend_ip_configuration {
    name                          = "app"
    subnet_id                     = azurerm_subnet.snet.id
    private_ip_address            = "10.0.0.100"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_lb_backend_address_pool" "pool" {
  name            = "pool"
  loadbalancer_id = azurerm_lb.lb.id
}

resource "azurerm_lb_probe" "health" {
  name                = "health"
  loadbalancer_id     = azurerm_lb.lb.id
  protocol            = "Tcp"
  port                = 8080
  interval_in_seconds = 5
}

resource "azurerm_lb_rule" "http" {
  name                           = "http"
  loadbalancer_id                = azurerm_lb.lb.id
  frontend_ip_configuration_name = "app"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.pool.id]
  probe_id                       = azurerm_lb_probe.health.id
  protocol                       = "Tcp"
  frontend_port                  = 80
  backend_port                   = 80
  floating_ip_enabled            = true
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = true
}

resource "azurerm_network_interface" "app1_management" {
  name                  = "app1-management"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = false

  ip_configuration {
    name                          = "ipconfig1"
    primary                       = true
    subnet_id                     = azurerm_subnet.front.id
    private_ip_address            = "10.0.8.4"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_network_interface" "app1_data" {
  name                  = "app1-data"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = false

  ip_configuration {
    name                          = "ipconfig1"
    primary                       = true
    subnet_id                     = azurerm_subnet.snet.id
    private_ip_address            = "10.0.0.4"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_linux_virtual_machine" "app1" {
  name                            = "app1"
  computer_name                   = "app1"
  resource_group_name             = data.azurerm_resource_group.main.name
  location                        = data.azurerm_resource_group.main.location
  size                            = "Standard_B2s"
  admin_username                  = "azureuser"
  admin_password                  = var.admin_password
  disable_password_authentication = false
  network_interface_ids           = [azurerm_network_interface.app1_management.id, azurerm_network_interface.app1_data.id]

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

resource "azurerm_network_interface_backend_address_pool_association" "app1_data_ipconfig1__pool" {
  network_interface_id    = azurerm_network_interface.app1_data.id
  ip_configuration_name   = "ipconfig1"
  backend_address_pool_id = azurerm_lb_backend_address_pool.pool.id
}
